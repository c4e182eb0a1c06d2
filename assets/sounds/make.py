#!/usr/bin/env python3
"""Makes every sound of Plankwright: python3 make.py writes the WAV files beside it,
python3 make.py --check compares them with what it would write and fails when one differs.

Physical modelling in small: an excitation (a slip, a blow, a burst of noise) rings the modes of
wood, rope or string. Standard library only; each file has its own seed, so the same bytes come
out again. Mono, 16 bit, 22,050 Hz."""
import array
import math
import os
import random
import struct
import sys

RATE = 22050


def silence(seconds):
    return [0.0] * int(seconds * RATE)


def add(out, at_seconds, samples, gain=1.0):
    start = int(at_seconds * RATE)
    for i in range(min(len(samples), len(out) - start)):
        out[start + i] += gain * samples[i]


def ring(excitation, modes):
    """The modes (frequency, seconds to 1/e, amplitude) rung by the excitation."""
    out = [0.0] * len(excitation)
    for frequency, decay, amplitude in modes:
        radius = math.exp(-1.0 / (decay * RATE))
        turn = 2.0 * math.pi * frequency / RATE
        a, b, gain = 2.0 * radius * math.cos(turn), radius * radius, amplitude * math.sin(turn)
        y1 = y2 = 0.0
        for i, x in enumerate(excitation):
            y = a * y1 - b * y2 + x
            y2 = y1
            y1 = y
            out[i] += gain * y
    return out


def low_pass(samples, cutoff):
    k = 1.0 - math.exp(-2.0 * math.pi * cutoff / RATE)
    y = 0.0
    out = []
    for x in samples:
        y += k * (x - y)
        out.append(y)
    return out


def high_pass(samples, cutoff):
    return [x - y for x, y in zip(samples, low_pass(samples, cutoff))]


def burst(rng, length, decay, seconds):
    """Noise that dies down, followed by nothing."""
    out = silence(seconds)
    for i in range(min(int(length * RATE), len(out))):
        out[i] = rng.uniform(-1.0, 1.0) * math.exp(-i / (decay * RATE))
    return out


def push(length, seconds):
    """A soft blow: half a sine wave; the longer, the fewer high modes it wakes."""
    out = silence(seconds)
    width = max(2, int(length * RATE))
    for i in range(width):
        out[i] = math.sin(math.pi * (i + 0.5) / width) * 2.0 / width
    return out


# ---- rope ------------------------------------------------------------------------------------------

def creak(rng):
    """Fibres stick and slip past each other; each slip rings the rope and the post it is tied to."""
    seconds = rng.uniform(0.36, 0.46)
    body = rng.uniform(0.88, 1.14)
    rate, bend = rng.uniform(46.0, 68.0), rng.uniform(-0.35, 0.45)
    slips = silence(seconds)
    t = 0.012
    while t < seconds - 0.05:
        along = t / seconds
        swell = math.sin(math.pi * along) ** 1.5
        slips[int(t * RATE)] += swell * rng.uniform(0.5, 1.0)
        t += (1.0 + rng.uniform(-0.22, 0.22)) / (rate * (1.0 + bend * along))
    fibres = [x * rng.uniform(-1.0, 1.0) * 0.5 for x in low_pass([abs(x) * 40 for x in slips], 60)]
    excitation = [a + b for a, b in zip(slips, fibres)]
    return ring(excitation, [(310 * body, 0.012, 1.0), (540 * body, 0.010, 0.9),
                             (905 * body, 0.007, 0.65), (1480 * body, 0.005, 0.35),
                             (2350 * body, 0.003, 0.16)])


def snap(rng):
    """A strand parts: a dry click, then what is left of it whips back, slack and falling in pitch."""
    seconds = 0.42
    out = burst(rng, 0.02, 0.0025, seconds)
    out = [0.9 * x for x in low_pass(high_pass(out, 500), 6000)]
    pitch = rng.uniform(205.0, 240.0)
    phase = 0.0
    for i in range(len(out)):
        t = i / RATE
        phase += 2.0 * math.pi * pitch * (0.62 + 0.38 * math.exp(-t / 0.09)) / RATE
        string = sum(math.sin(h * phase) * math.exp(-t * (7.0 + 5.0 * h)) / h for h in (1, 2, 3, 5))
        out[i] += 0.55 * string * min(1.0, t / 0.004)
    return out


# ---- wood ------------------------------------------------------------------------------------------

def crack(rng):
    """Fibres tear one by one, the board gives with a bang and rings, splinters follow."""
    seconds = 0.44
    board = rng.uniform(0.86, 1.16)
    excitation = silence(seconds)
    t, bang = 0.004, rng.uniform(0.035, 0.055)
    while t < bang:
        add(excitation, t, burst(rng, 0.004, 0.0007, 0.005), rng.uniform(0.10, 0.35))
        t += rng.uniform(0.005, 0.012)
    add(excitation, bang, burst(rng, 0.03, 0.004, 0.04), 1.0)
    for _ in range(7):
        later = bang + 0.03 + 0.2 * rng.random() ** 1.6
        add(excitation, later, burst(rng, 0.004, 0.0008, 0.005), rng.uniform(0.06, 0.2))
    rung = ring(excitation, [(185 * board, 0.055, 0.55), (392 * board, 0.040, 0.50),
                             (735 * board, 0.026, 0.40), (1240 * board, 0.016, 0.30),
                             (2180 * board, 0.010, 0.22)])
    return [a + 0.35 * b for a, b in zip(rung, low_pass(excitation, 5200))]


def knock(rng, modes, blow, seconds):
    """Something dull meets wood."""
    excitation = low_pass(burst(rng, 0.02, blow, seconds), 1800)
    soft = push(blow * 2.2, seconds)
    return ring([0.25 * a + 3.0 * b for a, b in zip(excitation, soft)], modes)


def hammer(rng, blow):
    """A nail goes in: the board's two modes, and the nail, shorter and so higher at every blow."""
    board = rng.uniform(0.96, 1.05)
    out = knock(rng, [(172 * board, 0.030, 0.7), (418 * board, 0.022, 1.0),
                      (960 * board, 0.011, 0.6)], 0.0008, 0.24)
    tick = burst(rng, 0.006, 0.0010, 0.24)
    nail = 1.0 + 0.09 * blow
    nail_rings = ring(tick, [(2450 * nail, 0.012, 0.25), (3980 * nail, 0.007, 0.15)])
    return [a + 1.2 * b for a, b in zip(out, nail_rings)]


def step(rng):
    """The heel, then the ball of the foot; a plank that lies on ropes is hollow and soft."""
    board = rng.uniform(0.85, 1.18)
    modes = [(88 * board, 0.030, 0.5), (176 * board, 0.024, 0.9), (335 * board, 0.014, 0.7),
             (640 * board, 0.007, 0.35)]
    out = knock(rng, modes, 0.002, 0.24)
    toe = knock(rng, [(f * 1.12, d, a) for f, d, a in modes], 0.003, 0.16)
    add(out, rng.uniform(0.062, 0.085), toe, rng.uniform(0.28, 0.42))
    scuff = low_pass(high_pass(burst(rng, 0.05, 0.014, 0.24), 700), 2600)
    return [a + 0.05 * b for a, b in zip(out, scuff)]


def crash(rng):
    """Half a bridge swings into the rock: a low blow, boards against stone, debris that trickles."""
    seconds = 1.5
    noise = [rng.uniform(-1.0, 1.0) for _ in range(int(seconds * RATE))]
    rumble = low_pass(low_pass(noise, 150), 150)
    out = []
    for i, x in enumerate(rumble):
        t = i / RATE
        out.append(5.0 * x * min(1.0, t / 0.02) * math.exp(-t / 0.30))
    for i in range(11):
        t = 0.01 + 0.55 * (i / 11.0) ** 1.3 + rng.uniform(0.0, 0.03)
        board = rng.uniform(0.75, 1.5)
        blow = knock(rng, [(150 * board, 0.045, 1.0), (390 * board, 0.028, 0.6),
                           (830 * board, 0.014, 0.35)], 0.002, 0.25)
        add(out, t, blow, 1.1 * math.exp(-t / 0.28))
    for _ in range(26):
        t = 0.25 + 1.05 * rng.random() ** 1.2
        pebble = burst(rng, 0.004, 0.0012, 0.05)
        rattle = ring(pebble, [(rng.uniform(700, 2100), 0.006, 0.5)])
        add(out, t, rattle, 0.22 * math.exp(-t / 0.5) * rng.uniform(0.3, 1.0))
    return out


# ---- air -------------------------------------------------------------------------------------------

def wind(rng):
    """Air through a canyon: noise in two bands that wander. Its end runs into its beginning."""
    seconds, overlap = 6.0, 0.75
    count, over = int(seconds * RATE), int(overlap * RATE)
    low = band = low2 = band2 = 0.0
    long = []
    for i in range(count + over):
        round_ = 2.0 * math.pi * i / count # all that wanders comes back after a round
        centre = 330 + 90 * math.sin(round_ + 0.4) + 50 * math.sin(3 * round_ + 2.0)
        x = rng.uniform(-1.0, 1.0)
        f = 2.0 * math.pi * centre / RATE
        low += f * band
        band += f * (x - low - 0.9 * band)
        f2 = 2.0 * math.pi * (2.35 * centre) / RATE
        low2 += f2 * band2
        band2 += f2 * (x - low2 - 0.28 * band2)
        breath = 1.0 + 0.22 * math.sin(2 * round_ + 1.0) + 0.14 * math.sin(5 * round_ + 3.1)
        long.append(breath * (low * 0.55 + band + 0.10 * band2))
    long = low_pass(high_pass(long, 45), 1100)
    out = long[:count]
    for i in range(over): # equal power: the two ends know nothing of each other
        into = 0.5 * math.pi * i / over
        out[i] = long[i] * math.sin(into) + long[count + i] * math.cos(into)
    return out


# ---- motifs ----------------------------------------------------------------------------------------

D3, A3, B_FLAT_3, C4, D4, E4, A4 = 146.83, 220.0, 233.08, 261.63, 293.66, 329.63, 440.0


def string(pitch, ring_for, dark):
    """The partials of a gut string plucked at a quarter of its length, where it sounds warm; `dark`
    takes the high ones away, as a palm on it does."""
    return [(pitch * h * (1.0 + 0.0002 * h * h), ring_for / (0.6 + 0.4 * h),
             math.sin(0.23 * math.pi * h) / h ** (1.4 + dark)) for h in range(1, 7)]


def tones(seconds, notes, ring_for, dark=0.0, soft=0.006):
    out = silence(seconds)
    for at, pitch, loud in notes:
        let_go = [1.0] + silence(seconds - at)
        note = ring(let_go, string(pitch, ring_for, dark))
        for i in range(int(soft * RATE)): # the flesh of a finger, no nail
            note[i] *= 0.5 - 0.5 * math.cos(math.pi * i / (soft * RATE))
        add(out, at, note, loud)
    return out


def motif_kept(_):
    return tones(1.5, [(0.0, D4, 0.8), (0.19, E4, 0.85), (0.38, A4, 1.0)], 0.42)


def motif_mended(_):
    """Climbs back, step by step, to where the broken one fell from."""
    return tones(1.6, [(0.0, B_FLAT_3, 0.8), (0.24, C4, 0.85), (0.48, D4, 1.0)], 0.45, 0.2)


def motif_crosses(_):
    return tones(1.4, [(0.0, A3, 0.7), (0.15, D4, 0.8), (0.30, E4, 0.8), (0.45, A4, 0.8)], 0.34, 0.2)


def motif_turns_back(_):
    return tones(1.1, [(0.0, D4, 0.8), (0.17, E4, 0.9), (0.38, D4, 0.8)], 0.16, 0.6, 0.007)


def motif_broken(_):
    return tones(1.2, [(0.0, D4, 1.0), (0.26, B_FLAT_3, 1.0)], 0.20, 0.7, 0.008)


def motif_found_out(_):
    """One low string that goes flat while it rings."""
    out = silence(1.5)
    phases = [0.0] * 5
    for i in range(len(out)):
        t = i / RATE
        pitch = D3 * 2.0 ** (-(1.0 - math.exp(-t / 0.35)) / 12.0)
        for h in range(1, 6):
            phases[h - 1] += 2.0 * math.pi * pitch * h / RATE
            out[i] += math.sin(phases[h - 1]) * math.exp(-t * (2.6 + 1.1 * h)) / h ** 1.5
        out[i] *= min(1.0, t / 0.012)
    return out


# ---- files -----------------------------------------------------------------------------------------

def loudest(samples, window=0.05):
    """RMS of the loudest 50 ms: how loud a short sound seems."""
    size = int(window * RATE)
    sums, best, total = [x * x for x in samples], 0.0, 0.0
    for i, x in enumerate(sums):
        total += x
        if i >= size:
            total -= sums[i - size]
        best = max(best, total)
    return math.sqrt(best / size)


def finish(samples, level, loop):
    """No constant part, nothing that starts or ends with a click, loud as wanted, peaks below 0.7."""
    if not loop:
        samples = high_pass(samples, 28)
        head, tail = int(0.0015 * RATE), min(int(0.35 * RATE), len(samples) // 4)
        for i in range(head):
            samples[i] *= i / head
        for i in range(tail):
            samples[-1 - i] *= 0.5 - 0.5 * math.cos(math.pi * i / tail)
    mean = sum(samples) / len(samples) if loop else 0.0
    gain = min(level / loudest(samples), 0.7 / max(abs(x - mean) for x in samples))
    return array.array("h", [int(round(32767.0 * gain * (x - mean))) for x in samples])


def wav(samples):
    if sys.byteorder == "big":
        samples.byteswap()
    data = samples.tobytes()
    return (struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + len(data), b"WAVE", b"fmt ", 16, 1, 1,
                        RATE, RATE * 2, 2, 16, b"data", len(data)) + data)


# Name, how many variations, level, maker.
SOUNDS = [
    ("creak", 5, 0.13, lambda rng, i: creak(rng)),
    ("crack", 3, 0.20, lambda rng, i: crack(rng)),
    ("snap", 2, 0.18, lambda rng, i: snap(rng)),
    ("crash", 1, 0.22, lambda rng, i: crash(rng)),
    ("hammer", 3, 0.17, lambda rng, i: hammer(rng, i)),
    ("step", 5, 0.16, lambda rng, i: step(rng)),
    ("wind", 1, 0.12, lambda rng, i: wind(rng)),
    ("motif_kept", 1, 0.16, lambda rng, i: motif_kept(rng)),
    ("motif_mended", 1, 0.16, lambda rng, i: motif_mended(rng)),
    ("motif_broken", 1, 0.15, lambda rng, i: motif_broken(rng)),
    ("motif_found_out", 1, 0.15, lambda rng, i: motif_found_out(rng)),
    ("motif_crosses", 1, 0.15, lambda rng, i: motif_crosses(rng)),
    ("motif_turns_back", 1, 0.14, lambda rng, i: motif_turns_back(rng)),
]


def files():
    for name, count, level, make in SOUNDS:
        for i in range(count):
            file = "%s_%d.wav" % (name, i + 1) if count > 1 else name + ".wav"
            yield file, wav(finish(make(random.Random(file), i), level, name == "wind"))


def main():
    folder = os.path.dirname(os.path.abspath(__file__))
    check = sys.argv[1:] == ["--check"]
    if sys.argv[1:] and not check:
        sys.exit(__doc__)
    different = []
    for file, content in files():
        path = os.path.join(folder, file)
        if not check:
            with open(path, "wb") as out:
                out.write(content)
        elif not os.path.exists(path) or open(path, "rb").read() != content:
            different.append(file)
    if different:
        sys.exit("not what make.py makes: " + ", ".join(different))


if __name__ == "__main__":
    main()
