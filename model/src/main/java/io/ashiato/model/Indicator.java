package io.ashiato.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A value by which the intruder's work can be found elsewhere, taken from events that rules matched.
///
/// @param id such as `I-001`
/// @param value live, as the evidence has it; defang it where people read it
/// @param role what it did in the events
/// @param findings ids of the findings it was seen in
/// @param artefacts ids of the artefacts that carry or name it
/// @param blockable whether a machine may block it: never for private addresses, names of the
///     operating system's own files, or well-known hosts
public record Indicator(
        String id,
        Kind kind,
        String value,
        Role role,
        Optional<Instant> firstSeen,
        Optional<Instant> lastSeen,
        Confidence confidence,
        List<String> findings,
        List<String> artefacts,
        boolean blockable) {
    public Indicator {
        findings = List.copyOf(findings);
        artefacts = List.copyOf(artefacts);
    }

    /// What an indicator is.
    public enum Kind {
        IPV4,
        IPV6,
        DOMAIN,
        URL,
        MD5,
        SHA1,
        SHA256,
        FILE_PATH,
        FILE_NAME,
        MAIL_ADDRESS,
        IMPHASH;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What an indicator did.
    public enum Role {
        /// A network destination of a flagged process or command.
        CONTACTED,
        /// The source of a flagged logon or connection.
        SOURCE,
        /// A program that a flagged event ran.
        EXECUTED,
        /// A file that a flagged event wrote, loaded or named.
        FILE,
        /// Part of what the victim was sent or led to.
        LURE,
        /// A program of the intruder that was handed in as evidence.
        PAYLOAD
    }
}
