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
            "security center");

    private DefenceServices() {}

    static boolean contain(String service) {
        return NAMES.contains(service.strip().toLowerCase(Locale.ROOT));
    }

    /// Whether a command names the key of one as a word of its own.
    static boolean namedIn(List<String> words) {
        return words.stream().anyMatch(NAMES::contains);
    }
}
