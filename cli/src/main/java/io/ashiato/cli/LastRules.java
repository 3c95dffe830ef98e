package io.ashiato.cli;

import io.ashiato.sigma.RuleSet;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/// The kept rules that were used last, read on a thread of their own while others still look which rules are asked
/// for: most often they are the same.
final class LastRules {
    private final Path file;
    private final FutureTask<Optional<RuleSet>> reading;

    private LastRules(Path file, FutureTask<Optional<RuleSet>> reading) {
        this.file = file;
        this.reading = reading;
    }

    /// Begins to read.
    ///
    /// @param reader gives the rules of a file, or nothing where it is damaged
    static LastRules begin(Path file, Function<Path, Optional<RuleSet>> reader) {
        var reading = new FutureTask<>(() -> reader.apply(file));
        Thread.ofPlatform().name("last rules").daemon(true).start(reading);
        return new LastRules(file, reading);
    }

    boolean isOf(Path asked) {
        return file.equals(asked);
    }

    /// The rules, when they are read.
    Optional<RuleSet> rules() {
        try {
            return reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error; // of memory: told as everywhere
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
