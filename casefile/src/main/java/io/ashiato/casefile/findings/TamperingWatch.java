package io.ashiato.casefile.findings;

import io.ashiato.bytes.Utf16;
import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.model.TamperingFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Looks at every event for records that show tampering with logs or defences. Independent of rules, so
/// that no choice of rules can hide it.
public final class TamperingWatch {
    /// Facts kept of one kind on one host: more of the same do not change its verdict.
    private static final int MAX_SAME = 20;

    /// Facts kept in all, since evidence can name any number of hosts.
    private static final int MAX_FACTS = 20_000;

    /// Longest text of a changed object that is kept.
    private static final int MAX_OBJECT = 512;

    /// `%%8448` success removed, `%%8450` failure removed (message table of the Security log, event 4719).
    private static final List<String> AUDITING_REMOVED = List.of("%%8448", "%%8450");

    private final List<TamperingFact> facts = new ArrayList<>();
    private final Map<String, Integer> same = new HashMap<>();
    private long leftOut;

    /// Looks at one event, in any order.
    public void observe(Event event) {
        read(event).ifPresent(this::keep);
    }

    /// Facts that were seen and not kept.
    public long leftOut() {
        return leftOut;
    }

    private void keep(TamperingFact fact) {
        String key = fact.kind() + " " + fact.host().toLowerCase(Locale.ROOT);
        if (facts.size() < MAX_FACTS && same.merge(key, 1, Integer::sum) <= MAX_SAME) {
            facts.add(fact);
        } else {
            leftOut++;
        }
    }

    /// The facts in order of time, then place, with their ids.
    public List<TamperingFact> finish() {
        facts.sort(Comparator.comparing((TamperingFact f) -> f.time().orElse(Instant.MAX))
                .thenComparing(f -> f.source().path())
                .thenComparingLong(f -> f.source().offset()));
        var numbered = new ArrayList<TamperingFact>();
        for (TamperingFact f : facts) {
            numbered.add(f.withId(String.format(Locale.ROOT, "T-%02d", numbered.size() + 1)));
        }
        return numbered;
    }

    private static Optional<TamperingFact> read(Event event) {
        return switch (event.channel().toLowerCase(Locale.ROOT)) {
            case "security" -> security(event);
            case "system" -> system(event);
            case "microsoft-windows-windows defender/operational" -> defender(event);
            case "microsoft-windows-sysmon/operational" -> sysmon(event);
            default -> Optional.empty();
        };
    }

    private static Optional<TamperingFact> security(Event event) {
        return switch (event.eventId()) {
            case "1102" -> fact(TamperingFact.Kind.LOG_CLEARED, event, "Security");
            case "4719" -> auditPolicy(event);
            default -> Optional.empty();
        };
    }

    private static Optional<TamperingFact> auditPolicy(Event event) {
        Fields data = event.data();
        String changes = data.first("AuditPolicyChanges").orElse("");
        return AUDITING_REMOVED.stream().anyMatch(changes::contains)
                ? fact(
                        TamperingFact.Kind.AUDIT_POLICY_CHANGED,
                        event,
                        data.firstTelling("SubcategoryGuid", "SubcategoryId", "CategoryId")
                                .orElse(""))
                : Optional.empty();
    }

    /// The provider matters: other providers use 104 in the System log for other things.
    private static Optional<TamperingFact> system(Event event) {
        return event.eventId().equals("104") && event.provider().equalsIgnoreCase("Microsoft-Windows-Eventlog")
                ? fact(
                        TamperingFact.Kind.LOG_CLEARED,
                        event,
                        event.data().firstTelling("Channel").orElse(""))
                : Optional.empty();
    }

    private static Optional<TamperingFact> defender(Event event) {
        return switch (event.eventId()) {
            case "5001" -> fact(TamperingFact.Kind.ANTIVIRUS_DISABLED, event, "Real-time Protection");
            case "5010" -> fact(TamperingFact.Kind.ANTIVIRUS_DISABLED, event, "Antispyware scanning");
            case "5012" -> fact(TamperingFact.Kind.ANTIVIRUS_DISABLED, event, "Antivirus scanning");
            case "5007" -> weakened(event);
            default -> Optional.empty();
        };
    }

    /// An exclusion was added, or a `Disable...` value became 1.
    private static Optional<TamperingFact> weakened(Event event) {
        String value = event.data().first("New Value").orElse("");
        String folded = value.toLowerCase(Locale.ROOT);
        boolean exclusion = folded.contains("\\exclusions\\");
        boolean disabled =
                folded.contains("\\disable") && folded.stripTrailing().endsWith("= 0x1");
        return exclusion || disabled ? fact(TamperingFact.Kind.ANTIVIRUS_WEAKENED, event, value) : Optional.empty();
    }

    private static Optional<TamperingFact> sysmon(Event event) {
        Fields data = event.data();
        boolean stopped = event.eventId().equals("4")
                && data.first("State").filter("Stopped"::equalsIgnoreCase).isPresent();
        if (stopped) {
            return fact(TamperingFact.Kind.SYSMON_CHANGED, event, "Stopped");
        }
        return event.eventId().equals("16")
                ? fact(
                        TamperingFact.Kind.SYSMON_CHANGED,
                        event,
                        data.firstTelling("Configuration").orElse(""))
                : Optional.empty();
    }

    private static Optional<TamperingFact> fact(TamperingFact.Kind kind, Event event, String object) {
        String kept = Utf16.cut(object, MAX_OBJECT);
        return Optional.of(new TamperingFact(
                "",
                kind,
                event.time(),
                event.host(),
                Actors.account(event),
                kept,
                event.channel(),
                event.eventId(),
                event.source(),
                new TreeMap<>()));
    }
}
