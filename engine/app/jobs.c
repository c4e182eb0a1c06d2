// Which piece begins when, and whose words are passed on. The largest begin first, so that none of them is left
// alone at the end; what is heard before its turn is kept.
#include "app/jobs.h"

#include "app/app.h"
#include "app/jobs_child.h"
#include "base/arena.h"

typedef struct Run {
    const Jobs *jobs;
    JobsChild *children; // one a piece
    bool *begun;
    int turn;    // whose words are passed on now
    int running; // children
    int worst;
    bool broken; // standard output takes no more
} Run;

int jobs_processors(void)
{
    return jobs_child_processors();
}

bool jobs_on_terminal(FILE *stream)
{
    return jobs_child_on_terminal(stream);
}

static int cannot_write(void)
{
    Err err;
    err_set(&err, ERR_SYSTEM, "standard output cannot be written");
    return app_fail(&err);
}

static bool flushed(void)
{
    return fflush(stdout) == 0 && ferror(stdout) == 0;
}

static bool leave_room(const Jobs *jobs, int i)
{
    if (i > 0 && i < jobs->count) {
        fputs(jobs->between, stdout);
    }
    return flushed(); // before anything is said on standard error
}

static int work_here(const Jobs *jobs)
{
    int worst = 0;
    for (int i = 0; i < jobs->count; i++) {
        bool good = leave_room(jobs, i);
        int code = good ? jobs->work(jobs->context, i) : 0;
        if (!flushed()) {
            return cannot_write();
        }
        worst = code > worst ? code : worst;
    }
    return worst;
}

// ---- with children ------------------------------------------------------------------------------------

// The largest that has not begun, of two the first; -1: all have.
static int next_to_begin(const Run *run)
{
    const int64_t *sizes = run->jobs->sizes;
    int best = -1;
    for (int i = 0; i < run->jobs->count; i++) {
        if (!run->begun[i] && (best < 0 || (sizes != NULL && sizes[i] > sizes[best]))) {
            best = i;
        }
    }
    return best;
}

static void begin_some(Run *run)
{
    const Jobs *jobs = run->jobs;
    int most = jobs->at_once < JOBS_AT_ONCE_MAX ? jobs->at_once : JOBS_AT_ONCE_MAX;
    int next = next_to_begin(run);
    while (next >= 0 && run->running < most &&
           jobs_child_start(run->children, jobs->count, next, jobs->work, jobs->context)) {
        run->begun[next] = true;
        run->running++;
        next = next_to_begin(run);
    }
}

// No child could be made and none is there: the piece whose turn it is has not begun.
static void work_on_this_one(Run *run)
{
    JobsChild *mine = &run->children[run->turn];
    run->begun[run->turn] = true;
    mine->code = run->jobs->work(run->jobs->context, run->turn);
    mine->ended = true;
}

static void hear(Run *run)
{
    run->broken = !jobs_child_hear(run->children, run->jobs->count);
    run->running = 0;
    for (int i = 0; i < run->jobs->count; i++) {
        run->running += run->begun[i] && !run->children[i].ended;
    }
}

static int tell_end(const JobsChild *child, const char *name)
{
    if (child->signal == 0) {
        return child->code;
    }
    Err err;
    err_set(&err, ERR_SYSTEM, "the work on %.200s has been ended before it was done: %s", name,
            jobs_child_signal(child));
    if (jobs_child_was_told_to_die(child)) {
        err_fix(&err, "if memory ran short, --jobs 1 needs less of it");
    }
    return app_fail(&err);
}

static void pass_on(Run *run)
{
    while (!run->broken && run->turn < run->jobs->count) {
        JobsChild *child = &run->children[run->turn];
        fwrite(text_str(&child->complained), 1, child->complained.length, stderr);
        fwrite(text_str(&child->said), 1, child->said.length, stdout);
        text_clear(&child->complained);
        text_clear(&child->said);
        run->broken = !flushed();
        if (run->broken || !child->ended) {
            return;
        }
        int code = tell_end(child, run->jobs->names[run->turn]);
        run->worst = code > run->worst ? code : run->worst;
        run->broken = !leave_room(run->jobs, ++run->turn);
    }
}

static int work_at_once(const Jobs *jobs)
{
    size_t count = (size_t)jobs->count;
    Run run = { .jobs = jobs,
                .children = mem_alloc(count * sizeof *run.children),
                .begun = mem_alloc(count * sizeof *run.begun) };
    while (!run.broken && run.turn < jobs->count) {
        begin_some(&run);
        if (run.running == 0) {
            work_on_this_one(&run);
        } else {
            hear(&run);
        }
        pass_on(&run);
    }
    for (int i = 0; i < jobs->count; i++) {
        jobs_child_stop(&run.children[i]);
        text_deinit(&run.children[i].said);
        text_deinit(&run.children[i].complained);
    }
    mem_free(run.children);
    mem_free(run.begun);
    return run.broken ? cannot_write() : run.worst;
}

int jobs_run(const Jobs *jobs)
{
    return jobs->count > 1 && jobs->at_once > 1 ? work_at_once(jobs) : work_here(jobs);
}
