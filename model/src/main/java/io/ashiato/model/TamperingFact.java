package io.ashiato.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A record that shows that logs or defences were tampered with.
///
/// @param id such as `T-01`
/// @param account who did it, where the record says so
/// @param object what was changed: the cleared channel, the setting, the service, the path
/// @param details numbers and names for the sentence, by kind: `from` and `to` (record ids or times), `count`
public record TamperingFact(
        String id,
        Kind kind,
        Optional<Instant> time,
        String host,
        Optional<String> account,
        String object,
        String channel,
        String eventId,
        RecordRef source,
        SortedMap<String, String> details) {
    public TamperingFact {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /// What kind of act a record shows.
    public enum Kind {
        /// Security 1102, System 104.
        LOG_CLEARED,
        /// Defender 5001, 5010, 5012.
        ANTIVIRUS_DISABLED,
        /// Defender 5007 where the new value weakens protection.
        ANTIVIRUS_WEAKENED,
        /// Security 4719, success or failure auditing removed.
        AUDIT_POLICY_CHANGED,
        /// Sysmon 4 (stopped) or 16 (configuration changed).
        SYSMON_CHANGED,
        /// A service of the system's defences or logging was stopped or disabled: System 7036, 7040; Security 1100.
        SERVICE_STOPPED,
        /// Records are missing between two of one log: their ids do not follow on each other.
        RECORDS_MISSING,
        /// A record id occurs again, with other content.
        RECORDS_REPEATED,
        /// A later record carries an earlier time, and nothing shows that the clock was set.
        TIME_BACKWARDS,
        /// The clock was set back: Security 4616, System 1 of Kernel-General.
        CLOCK_CHANGED,
        /// A program or tool that had run, or a file that a flagged act made, was deleted: Sysmon 23, 26.
        FILE_DELETED,
        /// A command that clears, stops or switches off, as seen in a process or script record.
        HIDING_COMMAND
    }

    /// The same fact with names in their one spelling.
    public TamperingFact withNames(String newHost, Optional<String> newAccount) {
        return new TamperingFact(id, kind, time, newHost, newAccount, object, channel, eventId, source, details);
    }

    public TamperingFact withId(String newId) {
        return new TamperingFact(newId, kind, time, host, account, object, channel, eventId, source, details);
    }

    /// Kinds that prove an act against the evidence itself, apart from those with everyday causes.
    public boolean proves() {
        return switch (kind) {
            case LOG_CLEARED, ANTIVIRUS_DISABLED -> true;
            case ANTIVIRUS_WEAKENED, AUDIT_POLICY_CHANGED, SYSMON_CHANGED -> false;
            case SERVICE_STOPPED, RECORDS_MISSING, RECORDS_REPEATED, TIME_BACKWARDS, CLOCK_CHANGED -> false;
            case FILE_DELETED, HIDING_COMMAND -> false;
        };
    }
}
