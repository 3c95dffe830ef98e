package io.ashiato.casefile.pipeline;

import io.ashiato.readers.LogMapping;
import java.util.List;
import java.util.Optional;

/// What the user knows of the evidence and no reader can find out.
///
/// @param passwords to be tried on encrypted archives
/// @param mapping a description of a log that no reader knows
public record ReadingHints(List<String> passwords, Optional<LogMapping> mapping) {
    /// The user knows nothing more.
    public static final ReadingHints NONE = new ReadingHints(List.of(), Optional.empty());

    public ReadingHints {
        passwords = List.copyOf(passwords);
    }
}
