package io.ashiato.casefile.tampering;

import java.util.List;
import java.util.Locale;

/// Services that log or defend, by their keys and the names that Windows shows for them.
final class DefenceServices {
    private static final List<String> NAMES = List.of(
            "windefend",
            "windows defender antivirus service",
            "microsoft defender antivirus service",
            "wdnissvc",
            "sense",
            "windows defender advanced threat protection service",
            "eventlog",
            "windows event log",
            "sysmon",
            "sysmon64",
            "mpssvc",
            "windows firewall",
            "windows defender firewall",
            "wscsvc",
            "security center",
            // shown by a Japanese Windows
            "windows defender ウイルス対策サービス",
            "microsoft defender ウイルス対策サービス",
            "セキュリティ センター");

    private static final List<String> EVENT_LOG = List.of("eventlog", "windows event log");

    private DefenceServices() {}

    /// Whether it is the service that writes the event logs.
    static boolean isEventLog(String service) {
        return EVENT_LOG.contains(service.strip().toLowerCase(Locale.ROOT));
    }

    static boolean contain(String service) {
        return NAMES.contains(service.strip().toLowerCase(Locale.ROOT));
    }

    /// Whether words of a command, in lower case and in their order, name one: by its key, or by its shown name, which
    /// may be several words.
    static boolean namedIn(List<String> words) {
        String joined = " " + String.join(" ", words) + " ";
        return NAMES.stream().anyMatch(name -> joined.contains(" " + name + " "));
    }
}
