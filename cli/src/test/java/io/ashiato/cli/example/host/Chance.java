package io.ashiato.cli.example.host;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Chance from a seed. [Random]'s sequence is part of its specification, so it is the same on every Java.
public final class Chance {
    private final Random random;

    public Chance(long seed) {
        random = new Random(seed);
    }

    /// From `least` to `most`, both included.
    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    public <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /// A moment within this second, to 100 ns, which is as exact as a log can be.
    public Instant within(Instant second) {
        return second.plusNanos(between(0, 8_999_999) * 100L);
    }

    /// A moment from `start` on, within `length`.
    public Instant within(Instant start, Duration length) {
        return within(start.plusSeconds(between(0, (int) length.toSeconds())));
    }

    /// A random UUID, version 4.
    public UUID uuid() {
        long high = (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    public int processId() {
        return 4 * between(600, 3000);
    }

    public int port() {
        return between(49_700, 64_900);
    }
}
