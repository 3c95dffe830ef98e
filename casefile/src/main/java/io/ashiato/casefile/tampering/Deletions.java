package io.ashiato.casefile.tampering;

import io.ashiato.model.Event;
import io.ashiato.model.Finding;
import io.ashiato.model.Level;
import io.ashiato.model.TamperingFact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Files that were deleted (Sysmon 23 and 26) and that a grave finding names: a tool or implant that is gone.
/// Installers delete their own files all day; what no finding names is not told.
final class Deletions {
    private static final int MAX_CANDIDATES = 50_000;

    private final List<TamperingFact> candidates = new ArrayList<>();

    void observe(Event event) {
        boolean deletion = event.channel().equalsIgnoreCase("Microsoft-Windows-Sysmon/Operational")
                && (event.eventId().equals("23") || event.eventId().equals("26"));
        if (!deletion || candidates.size() >= MAX_CANDIDATES) {
            return;
        }
        event.data()
                .firstTelling("TargetFilename")
                .ifPresent(path ->
                        candidates.add(TamperingRecords.fact(TamperingFact.Kind.FILE_DELETED, event, path, Map.of())));
    }

    /// @param findings final; their quoted events say what the intruder used
    List<TamperingFact> finish(List<Finding> findings) {
        Set<String> used = new HashSet<>();
        for (Finding finding : findings) {
            if (finding.level().atLeast(Level.HIGH)) {
                finding.observations().forEach(observation -> {
                    used.add(key(finding.host(), observation.telling()));
                    observation.process().ifPresent(path -> used.add(key(finding.host(), path)));
                });
            }
        }
        return candidates.stream()
                .filter(fact -> used.contains(key(fact.host(), fact.object())))
                .toList();
    }

    private static String key(String host, String path) {
        return host.toLowerCase(Locale.ROOT) + "|" + path.toLowerCase(Locale.ROOT);
    }
}
