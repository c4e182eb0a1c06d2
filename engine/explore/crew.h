// Several who work at once, where the machine has threads (C11, optional there); else one after the
// other. Whoever uses a crew lets each write to their own place only, so that the result is the same
// however many there are.
#pragma once

typedef struct ExploreCrew ExploreCrew;

// `count` in all, the caller among them; at least one.
ExploreCrew *explore_crew_open(int count);
void explore_crew_close(ExploreCrew *crew);
int explore_crew_count(const ExploreCrew *crew);

// Calls work(context, who) once for each who from 0 to count - 1, and waits until all are done.
void explore_crew_do(ExploreCrew *crew, void (*work)(void *context, int who), void *context);
