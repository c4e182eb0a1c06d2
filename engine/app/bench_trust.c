// How fast trust moves: events and both readings, one colleague after another, on one core.
#include "app/bench.h"

#include "app/trace.h"
#include "base/hash.h"
#include "trust/trust.h"

enum { DRAWN = 4096, LIFE = 64, LIVES = 100000, RUNS = 5 };

static void draw(TrustEvent events[DRAWN])
{
    uint64_t stream = 20;
    for (int i = 0; i < DRAWN; i++) {
        events[i] = (TrustEvent){ .kind = (uint8_t)random_below(&stream, TRUST_EVENT_KIND_COUNT),
                                  .parts = (uint8_t)random_below(&stream, TRUST_PART_ALL + 1) };
    }
}

// Events a second; `sum` keeps the readings from being left out.
static double speed(const TrustParameters *p, const TrustEvent events[DRAWN], int64_t *sum)
{
    double start = trace_used_milliseconds();
    for (int life = 0; life < LIVES; life++) {
        TrustState state = trust_start(p);
        for (int i = 0; i < LIFE; i++) {
            int32_t trust, belief;
            trust_apply(p, &state, events[(life * LIFE + i) % DRAWN]);
            trust_readings(p, &state, &trust, &belief);
            *sum += trust + belief;
        }
    }
    return (double)LIVES * LIFE * 1e3 / (trace_used_milliseconds() - start);
}

bool bench_trust(Bench *bench)
{
    static TrustEvent events[DRAWN];
    double values[RUNS];
    int64_t sum = 0;
    draw(events);
    for (int i = 0; i < RUNS; i++) {
        values[i] = speed(trust_preset("work"), events, &sum);
    }
    bench_tell(bench, "trust, events with both readings", bench_share(values, RUNS, 0.5), "1/s",
               "at least 20,000,000");
    bench_tell(bench, "trust, state of one colleague", (double)sizeof(TrustState), "bytes",
               "at most 96");
    return sum > 0;
}
