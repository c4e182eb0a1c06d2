// Several pieces of work at once: what they print comes in the order given, and none takes another along. The
// pieces wait for each other where the order of time matters, so that no clock is asked.
#define _XOPEN_SOURCE 700
#include "support/test.h"

#include "app/jobs.h"
#include "base/arena.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

enum { MUCH = 300000 }; // more than a pipe holds

static int wake[2]; // a piece waits here for another one
static const char *const names[] = { "first", "second", "third", "fourth" };

static void open_pipe(int ends[2])
{
    assert_int_equal(pipe(ends), 0);
}

static void close_pipe(const int ends[2])
{
    close(ends[0]);
    close(ends[1]);
}

static void tell(const int ends[2], char what)
{
    if (write(ends[1], &what, 1) != 1) {
        _exit(9);
    }
}

static char hear(const int ends[2])
{
    char what = 0;
    while (read(ends[0], &what, 1) < 0 && errno == EINTR) {
    }
    return what;
}

// ---- running and looking ------------------------------------------------------------------------------

typedef struct Seen {
    char *out, *err;
    int code;
} Seen;

static int redirect(int file, const char *path)
{
    fflush(NULL);
    int kept = dup(file), target = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(kept >= 0 && target >= 0 && dup2(target, file) >= 0);
    close(target);
    return kept;
}

static void restore(int file, int kept)
{
    fflush(NULL);
    assert_true(dup2(kept, file) >= 0);
    close(kept);
}

static int next_file(void)
{
    int file = dup(STDIN_FILENO);
    close(file);
    return file;
}

static Seen look_into(const char *out)
{
    Seen seen = { NULL, NULL, 0 };
    size_t size = 0;
    if (strcmp(out, "/dev/full") != 0) {
        assert_true(file_read(out, 1 << 24, &seen.out, &size, NULL));
    }
    assert_true(file_read("err.txt", 1 << 20, &seen.err, &size, NULL));
    return seen;
}

// Nothing is left of it afterwards: no child, no file that is open.
static Seen run_into(const Jobs *jobs, const char *out)
{
    int files = next_file();
    int kept_out = redirect(STDOUT_FILENO, out), kept_err = redirect(STDERR_FILENO, "err.txt");
    int code = jobs_run(jobs);
    restore(STDERR_FILENO, kept_err);
    restore(STDOUT_FILENO, kept_out);
    clearerr(stdout);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
    assert_int_equal(next_file(), files);
    Seen seen = look_into(out);
    seen.code = code;
    return seen;
}

static Seen run_jobs(int count, int at_once, int (*work)(const void *, int))
{
    const Jobs jobs = {
        .count = count, .names = names, .at_once = at_once, .between = "--\n", .work = work
    };
    return run_into(&jobs, "out.txt");
}

static void forget(Seen *seen)
{
    mem_free(seen->out);
    mem_free(seen->err);
}

// ---- the order ----------------------------------------------------------------------------------------

// The first waits for the second, which prints more than anybody takes before its turn.
static int first_is_last(const void *context, int i)
{
    (void)context;
    fprintf(stderr, "%s begins\n", names[i]);
    if (i == 0) {
        hear(wake);
    }
    printf("%s\n", names[i]);
    for (int k = 0; i == 1 && k < MUCH / 10; k++) {
        fputs("much more\n", stdout);
    }
    fflush(stdout);
    if (i == 1) {
        tell(wake, 'x');
    }
    return 0;
}

static void what_is_printed_comes_in_the_order_given(void **state)
{
    (void)state;
    open_pipe(wake);
    Seen seen = run_jobs(3, 2, first_is_last);
    assert_int_equal(seen.code, 0);
    assert_string_equal(seen.err, "first begins\nsecond begins\nthird begins\n");
    assert_memory_equal(seen.out, "first\n--\nsecond\nmuch more\n", 26);
    assert_int_equal(strlen(seen.out), 26 + (MUCH / 10 - 1) * 10 + 9);
    assert_string_equal(seen.out + strlen(seen.out) - 9, "--\nthird\n");
    forget(&seen);
    close_pipe(wake);
}

static int log_ends[2];

// The two large ones have begun before the small one does: each of them waits for the other.
static int large_ones_meet(const void *context, int i)
{
    const int *const *doors = context;
    tell(log_ends, (char)('0' + i));
    if (i > 0) {
        tell(doors[i - 1], 'x');
        hear(doors[2 - i]);
    }
    printf("%s\n", names[i]);
    return 0;
}

static void the_largest_begin_first(void **state)
{
    (void)state;
    int one[2], other[2];
    const int *doors[] = { one, other };
    const int64_t sizes[] = { 1, 30, 30 };
    open_pipe(one), open_pipe(other), open_pipe(log_ends);
    const Jobs jobs = { .count = 3,
                        .names = names,
                        .sizes = sizes,
                        .at_once = 2,
                        .between = "",
                        .work = large_ones_meet,
                        .context = doors };
    Seen seen = run_into(&jobs, "out.txt");
    assert_string_equal(seen.out, "first\nsecond\nthird\n");
    hear(log_ends), hear(log_ends);
    assert_int_equal(hear(log_ends), '0');
    forget(&seen);
    close_pipe(one), close_pipe(other), close_pipe(log_ends);
}

static int exit_codes(const void *context, int i)
{
    static const int codes[] = { 1, 3, 0, 2 };
    (void)context;
    fprintf(stderr, "%d\n", codes[i]);
    printf("%s", names[i]);
    return codes[i];
}

static void how_many_at_once_makes_no_difference(void **state)
{
    (void)state;
    Seen one = run_jobs(4, 1, exit_codes);
    assert_int_equal(one.code, 3);
    assert_string_equal(one.out, "first--\nsecond--\nthird--\nfourth");
    assert_string_equal(one.err, "1\n3\n0\n2\n");
    for (int at_once = 2; at_once <= JOBS_AT_ONCE_MAX; at_once += 3) {
        Seen more = run_jobs(4, at_once, exit_codes);
        assert_int_equal(more.code, 3);
        assert_string_equal(more.out, one.out);
        assert_string_equal(more.err, one.err);
        forget(&more);
    }
    forget(&one);
}

static pid_t here;

static int where(const void *context, int i)
{
    (void)context, (void)i;
    printf("%s\n", getpid() == here ? "here" : "apart");
    return 0;
}

static void one_piece_alone_needs_no_child(void **state)
{
    (void)state;
    here = getpid();
    Seen alone = run_jobs(1, 2, where), two = run_jobs(2, 2, where);
    Seen in_turn = run_jobs(2, 1, where);
    assert_string_equal(alone.out, "here\n");
    assert_string_equal(two.out, "apart\n--\napart\n");
    assert_string_equal(in_turn.out, "here\n--\nhere\n");
    forget(&alone), forget(&two), forget(&in_turn);
}

// ---- what goes wrong ----------------------------------------------------------------------------------

static int second_dies(const void *context, int i)
{
    printf("%s\n", names[i]);
    fflush(stdout);
    if (i == 1) {
        raise(*(const int *)context);
    }
    return i == 2 ? 1 : 0;
}

static Seen run_with_a_death(int number)
{
    const Jobs jobs = { .count = 3,
                        .names = names,
                        .at_once = 2,
                        .between = "--\n",
                        .work = second_dies,
                        .context = &number };
    return run_into(&jobs, "out.txt");
}

static void who_is_killed_is_named_and_takes_nobody_along(void **state)
{
    (void)state;
    const struct {
        int number;
        const char *words;
    } deaths[] = { { SIGKILL, "Killed (if memory ran short, --jobs 1 needs less of it)\n" },
                   { SIGINT, "Interrupt\n" } };
    for (size_t i = 0; i < sizeof deaths / sizeof *deaths; i++) {
        Seen seen = run_with_a_death(deaths[i].number);
        assert_int_equal(seen.code, 4);
        assert_string_equal(seen.out, "first\n--\nsecond\n--\nthird\n");
        assert_non_null(strstr(seen.err, "the work on second has been ended before it was done: "));
        assert_non_null(strstr(seen.err, deaths[i].words));
        assert_null(strstr(seen.err, "first"));
        assert_null(strstr(seen.err, "third"));
        forget(&seen);
    }
}

static void a_program_that_must_not_wait_for_its_children_does(void **state)
{
    (void)state;
    signal(SIGCHLD, SIG_IGN); // so it may have been started
    Seen seen = run_with_a_death(SIGKILL);
    assert_int_equal(seen.code, 4);
    assert_non_null(strstr(seen.err, "the work on second"));
    forget(&seen);
}

static void without_children_it_is_done_here(void **state)
{
    (void)state;
    here = getpid();
    struct rlimit kept, few;
    int kept_out = redirect(STDOUT_FILENO, "out.txt");
    getrlimit(RLIMIT_NOFILE, &kept);
    few = kept;
    few.rlim_cur = (rlim_t)next_file() + 3; // the second pipe has no room
    setrlimit(RLIMIT_NOFILE, &few);
    const Jobs jobs = {
        .count = 2, .names = names, .at_once = 2, .between = "--\n", .work = where
    };
    int code = jobs_run(&jobs);
    setrlimit(RLIMIT_NOFILE, &kept);
    restore(STDOUT_FILENO, kept_out);
    Seen seen = look_into("out.txt");
    assert_int_equal(code, 0);
    assert_string_equal(seen.out, "here\n--\nhere\n");
    forget(&seen);
}

static int first_prints_others_never_end(const void *context, int i)
{
    (void)context;
    while (i > 0) {
        pause();
    }
    puts("words");
    return 0;
}

static void nobody_goes_on_where_nothing_can_be_written(void **state)
{
    (void)state;
    if (!file_exists("/dev/full")) {
        skip();
    }
    for (int at_once = 1; at_once <= 3; at_once++) {
        const Jobs jobs = { .count = 3,
                            .names = names,
                            .at_once = at_once,
                            .between = "\n",
                            .work = first_prints_others_never_end };
        Seen seen = run_into(&jobs, "/dev/full");
        assert_int_equal(seen.code, 4);
        assert_non_null(strstr(seen.err, "standard output cannot be written"));
        forget(&seen);
    }
}

// The reader leaves while nobody prints.
static void nobody_goes_on_where_nobody_reads(void **state)
{
    (void)state;
    int ends[2];
    char words[8] = "";
    open_pipe(ends);
    pid_t child = fork();
    if (child == 0) {
        signal(SIGPIPE, SIG_IGN); // as app_main does
        dup2(ends[1], STDOUT_FILENO);
        redirect(STDERR_FILENO, "err.txt");
        close_pipe(ends);
        const Jobs jobs = { .count = 3,
                            .names = names,
                            .at_once = 3,
                            .between = "",
                            .work = first_prints_others_never_end };
        _exit(jobs_run(&jobs));
    }
    close(ends[1]);
    assert_int_equal(read(ends[0], words, sizeof words), 6);
    assert_string_equal(words, "words\n");
    close(ends[0]);
    int how = 0;
    assert_int_equal(waitpid(child, &how, 0), child);
    assert_true(WIFEXITED(how) && WEXITSTATUS(how) == 4);
}

static int tell_and_stay(const void *context, int i)
{
    (void)context, (void)i;
    close(wake[0]);
    tell(wake, 'x');
    while (pause() < 0) {
    }
    return 0;
}

// The writing end of the pipe is open as long as one of them lives.
static void children_end_with_their_parent(void **state)
{
    (void)state;
    open_pipe(wake);
    pid_t parent = fork();
    if (parent == 0) {
        const Jobs jobs = {
            .count = 2, .names = names, .at_once = 2, .between = "", .work = tell_and_stay
        };
        _exit(jobs_run(&jobs));
    }
    close(wake[1]);
    assert_int_equal(hear(wake), 'x');
    assert_int_equal(hear(wake), 'x');
    kill(parent, SIGKILL);
    assert_int_equal(waitpid(parent, NULL, 0), parent);
    assert_int_equal(hear(wake), 0); // comes when both are gone
    close(wake[0]);
}

// ---- a terminal ---------------------------------------------------------------------------------------

static int who_reads(const void *context, int i)
{
    (void)context, (void)i;
    printf("%d%d ", jobs_on_terminal(stdout), jobs_on_terminal(stderr));
    return 0;
}

static void a_piece_knows_the_terminal_of_its_parent(void **state)
{
    (void)state;
    Seen seen = run_jobs(2, 2, who_reads);
    assert_string_equal(seen.out, "00 --\n00 ");
    forget(&seen);
    int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    assert_true(terminal >= 0 && grantpt(terminal) == 0 && unlockpt(terminal) == 0);
    int kept_err = redirect(STDERR_FILENO, "err.txt");
    int kept_out = redirect(STDOUT_FILENO, ptsname(terminal));
    const Jobs jobs = {
        .count = 2, .names = names, .at_once = 2, .between = "", .work = who_reads
    };
    int code = jobs_run(&jobs);
    char said[16] = "";
    ssize_t n = read(terminal, said, sizeof said - 1);
    restore(STDOUT_FILENO, kept_out);
    restore(STDERR_FILENO, kept_err);
    close(terminal);
    assert_int_equal(code, 0);
    assert_true(n >= 3 && strncmp(said, "10 10 ", (size_t)n) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_printed_comes_in_the_order_given),
        cmocka_unit_test(the_largest_begin_first),
        cmocka_unit_test(how_many_at_once_makes_no_difference),
        cmocka_unit_test(one_piece_alone_needs_no_child),
        cmocka_unit_test(who_is_killed_is_named_and_takes_nobody_along),
        cmocka_unit_test(a_program_that_must_not_wait_for_its_children_does),
        cmocka_unit_test(without_children_it_is_done_here),
        cmocka_unit_test(nobody_goes_on_where_nothing_can_be_written),
        cmocka_unit_test(nobody_goes_on_where_nobody_reads),
        cmocka_unit_test(children_end_with_their_parent),
        cmocka_unit_test(a_piece_knows_the_terminal_of_its_parent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
