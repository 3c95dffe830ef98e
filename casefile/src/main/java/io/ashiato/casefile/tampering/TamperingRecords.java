package io.ashiato.casefile.tampering;

import io.ashiato.bytes.Utf16;
import io.ashiato.casefile.findings.Actors;
import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.model.TamperingFact;
import io.ashiato.model.TamperingFact.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Single records that show tampering by themselves.
final class TamperingRecords {
    /// Longest text of a changed object that is kept.
    private static final int MAX_OBJECT = 512;

    /// `%%8448` success removed, `%%8450` failure removed (message table of the Security log, event 4719).
    private static final List<String> AUDITING_REMOVED = List.of("%%8448", "%%8450");

    private TamperingRecords() {}

    /// The act that a record shows, if it shows one.
    static Optional<TamperingFact> read(Event event) {
        return switch (event.channel().toLowerCase(Locale.ROOT)) {
            case "security" -> security(event).or(() -> HidingCommands.read(event));
            case "system" -> system(event);
            case "application" -> securityCenter(event);
            case "microsoft-windows-windows defender/operational" -> defender(event);
            case "microsoft-windows-sysmon/operational" -> sysmon(event).or(() -> HidingCommands.read(event));
            case "microsoft-windows-powershell/operational" -> HidingCommands.read(event);
            default -> Optional.empty();
        };
    }

    static TamperingFact fact(Kind kind, Event event, String object, Map<String, String> details) {
        return new TamperingFact(
                "",
                kind,
                event.time(),
                event.host(),
                Actors.account(event),
                Utf16.cut(object, MAX_OBJECT),
                event.channel(),
                event.eventId(),
                event.source(),
                new TreeMap<>(details));
    }

    private static Optional<TamperingFact> fact(Kind kind, Event event, String object) {
        return Optional.of(fact(kind, event, object, Map.of()));
    }

    private static Optional<TamperingFact> security(Event event) {
        return switch (event.eventId()) {
            case "1102" -> fact(Kind.LOG_CLEARED, event, "Security");
            case "4719" -> auditPolicy(event);
            default -> Optional.empty();
        };
    }

    private static Optional<TamperingFact> auditPolicy(Event event) {
        Fields data = event.data();
        String changes = data.first("AuditPolicyChanges").orElse("");
        return AUDITING_REMOVED.stream().anyMatch(changes::contains)
                ? fact(
                        Kind.AUDIT_POLICY_CHANGED,
                        event,
                        data.firstTelling("SubcategoryGuid", "SubcategoryId", "CategoryId")
                                .orElse(""))
                : Optional.empty();
    }

    /// The provider matters: other providers use the same ids in the System log for other things.
    private static Optional<TamperingFact> system(Event event) {
        String provider = event.provider().toLowerCase(Locale.ROOT);
        if (event.eventId().equals("104") && provider.equals("microsoft-windows-eventlog")) {
            return fact(
                    Kind.LOG_CLEARED,
                    event,
                    event.data().firstTelling("Channel").orElse(""));
        }
        if (event.eventId().equals("7040") && provider.equals("service control manager")) {
            return disabled(event);
        }
        return Optional.empty();
    }

    /// The start type of a service of defence was set to disabled; the words are those of the system's language.
    private static Optional<TamperingFact> disabled(Event event) {
        Fields data = event.data();
        String type = data.first("param3").orElse("").toLowerCase(Locale.ROOT);
        String service = data.firstTelling("param4", "param1").orElse("");
        boolean off = type.equals("disabled") || type.equals("無効");
        return off && DefenceServices.contain(service) ? fact(Kind.SERVICE_STOPPED, event, service) : Optional.empty();
    }

    /// Windows Security Center's own words for a product that is off (event 15).
    private static Optional<TamperingFact> securityCenter(Event event) {
        if (!event.eventId().equals("15") || !event.provider().equalsIgnoreCase("SecurityCenter")) {
            return Optional.empty();
        }
        Fields data = event.data();
        for (int i = 0; i < data.size(); i++) {
            if (data.value(i).contains("SECURITY_PRODUCT_STATE_OFF")) {
                return fact(Kind.SERVICE_STOPPED, event, data.value(0));
            }
        }
        return Optional.empty();
    }

    private static Optional<TamperingFact> defender(Event event) {
        return switch (event.eventId()) {
            case "5001" -> fact(Kind.ANTIVIRUS_DISABLED, event, "Real-time Protection");
            case "5010" -> fact(Kind.ANTIVIRUS_DISABLED, event, "Antispyware scanning");
            case "5012" -> fact(Kind.ANTIVIRUS_DISABLED, event, "Antivirus scanning");
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
        return exclusion || disabled ? fact(Kind.ANTIVIRUS_WEAKENED, event, value) : Optional.empty();
    }

    private static Optional<TamperingFact> sysmon(Event event) {
        Fields data = event.data();
        boolean stopped = event.eventId().equals("4")
                && data.first("State").filter("Stopped"::equalsIgnoreCase).isPresent();
        if (stopped) {
            return fact(Kind.SYSMON_CHANGED, event, "Stopped");
        }
        return event.eventId().equals("16")
                ? fact(
                        Kind.SYSMON_CHANGED,
                        event,
                        data.firstTelling("Configuration").orElse(""))
                : Optional.empty();
    }
}
