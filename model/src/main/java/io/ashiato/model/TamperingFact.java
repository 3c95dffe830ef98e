package io.ashiato.model;

import java.time.Instant;
import java.util.Optional;

/// A record that shows that logs or defences were tampered with.
///
/// @param id such as `T-01`
/// @param account who did it, where the record says so
/// @param object what was changed: the cleared channel, the setting, the service, the path
public record TamperingFact(
        String id,
        Kind kind,
        Optional<Instant> time,
        String host,
        Optional<String> account,
        String object,
        String channel,
        String eventId,
        RecordRef source) {
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
        SYSMON_CHANGED
    }

    /// The same fact with names in their one spelling.
    public TamperingFact withNames(String newHost, Optional<String> newAccount) {
        return new TamperingFact(id, kind, time, newHost, newAccount, object, channel, eventId, source);
    }

    public TamperingFact withId(String newId) {
        return new TamperingFact(newId, kind, time, host, account, object, channel, eventId, source);
    }

    /// Kinds that prove an act against the evidence itself, apart from those with everyday causes.
    public boolean proves() {
        return switch (kind) {
            case LOG_CLEARED, ANTIVIRUS_DISABLED -> true;
            case ANTIVIRUS_WEAKENED, AUDIT_POLICY_CHANGED, SYSMON_CHANGED -> false;
        };
    }
}
