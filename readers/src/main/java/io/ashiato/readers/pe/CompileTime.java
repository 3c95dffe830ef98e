package io.ashiato.readers.pe;

import java.time.Instant;
import java.util.Optional;

/// Whether the linker's timestamp can be taken for the time of the build. Without a clock: whether it lies in
/// the future is asked by whoever knows the time of the case.
final class CompileTime {
    /// Windows 95 and NT 4 came out after it; nobody links PE files of today with older tools.
    private static final long FIRST_PLAUSIBLE =
            Instant.parse("1995-01-01T00:00:00Z").getEpochSecond();

    /// Header and debug directory are written by one run of the linker.
    private static final long SAME_RUN_SECONDS = 24 * 60 * 60;

    private CompileTime() {}

    /// Why not, as a word; empty if nothing speaks against it.
    static Optional<String> doubt(long timestamp, DebugDirectory debug) {
        if (timestamp == 0) {
            return Optional.of("zero");
        }
        if (timestamp == PeToolchain.BORLAND_TIMESTAMP) {
            return Optional.of("borland_constant");
        }
        if (debug.reproducible()) {
            return Optional.of("reproducible_build");
        }
        if (timestamp < FIRST_PLAUSIBLE) {
            return Optional.of("before_1995");
        }
        boolean differs = debug.timestamp() != 0 && Math.abs(debug.timestamp() - timestamp) > SAME_RUN_SECONDS;
        return differs ? Optional.of("differs_from_debug_directory") : Optional.empty();
    }
}
