package io.ashiato.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How something came in: from what the victim received to what ran, one step after the other.
///
/// @param id such as `C-01`
public record DeliveryChain(String id, List<Step> steps) {
    public DeliveryChain {
        steps = List.copyOf(steps);
    }

    /// One step.
    ///
    /// @param joint how it follows from the step before it
    /// @param label what a person calls it: a subject, a file's name, a command, an address; hostile
    /// @param artefact id of the [Artefact], where the step is one
    /// @param time when it happened, where something says so
    /// @param source the log record that shows the step, where one does
    public record Step(
            Kind kind,
            Joint joint,
            String label,
            Optional<String> artefact,
            Optional<Instant> time,
            Optional<RecordRef> source) {}

    /// What a step is.
    public enum Kind {
        ADDRESS,
        MAIL,
        ARCHIVE,
        DOCUMENT,
        MACRO,
        SHORTCUT,
        COMMAND,
        SCRIPT,
        PROGRAM,
        /// A record of a process that was started.
        PROCESS,
        /// Any other record: a file written, a name looked up, a connection.
        RECORD
    }

    /// What ties a step to the one before it, the strongest evidence first.
    public enum Joint {
        /// The chain begins here.
        START,
        /// It was downloaded from the address before it, as the mark of the web or a log says.
        DOWNLOADED_FROM,
        /// It lies inside.
        CONTAINED,
        /// The step before would run or open it; whether it did, this joint does not say.
        WOULD_RUN,
        /// One layer was decoded.
        DECODED,
        /// The step before names the address.
        NAMES,
        /// A log record shows that it happened.
        SEEN_IN_LOG
    }
}
