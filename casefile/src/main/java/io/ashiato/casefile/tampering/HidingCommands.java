package io.ashiato.casefile.tampering;

import io.ashiato.model.Event;
import io.ashiato.model.TamperingFact;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Commands that clear logs, switch defences off or stop what logs: as a process or a script record shows them. That
/// a command was given does not show that it took effect.
final class HidingCommands {
    /// Longer script blocks are modules, which define such commands without running them.
    private static final int MAX_SCRIPT = 4_096;

    private static final Set<String> TRUE = Set.of("$true", "true", "1");

    private static final Set<String> SERVICE_TOOLS = Set.of("sc", "net", "net1", "stop-service", "set-service");

    private static final Set<String> STOPPING = Set.of("stop", "delete", "disabled", "stop-service");

    /// Words from a tool on in which its verb and its object stand: `sc config windefend start= disabled`.
    private static final int NEAR = 10;

    private HidingCommands() {}

    static Optional<TamperingFact> read(Event event) {
        return command(event)
                .filter(HidingCommands::hides)
                .map(command -> TamperingRecords.fact(TamperingFact.Kind.HIDING_COMMAND, event, command, Map.of()));
    }

    private static Optional<String> command(Event event) {
        return switch (event.eventId()) {
            case "1", "4688" -> event.data().firstTelling("CommandLine");
            case "4104" -> event.data().firstTelling("ScriptBlockText").filter(text -> text.length() <= MAX_SCRIPT);
            default -> Optional.empty();
        };
    }

    /// Whether the words of a command hide something.
    static boolean hides(String command) {
        String folded = command.toLowerCase(Locale.ROOT);
        List<String> words = List.of(folded.split("[\\s\"'=,;&|()]+"));
        return clearsLogs(words)
                || weakensDefender(words)
                || stopsAuditing(folded, words)
                || stopsService(words)
                || (starts(words, "fltmc") && words.contains("unload"))
                || (starts(words, "fsutil") && words.contains("deletejournal"))
                || (starts(words, "netsh") && words.contains("state") && words.contains("off"));
    }

    private static boolean clearsLogs(List<String> words) {
        boolean wevtutil = starts(words, "wevtutil") && (words.contains("cl") || words.contains("clear-log"));
        return wevtutil || words.contains("clear-eventlog") || words.contains("remove-eventlog");
    }

    private static boolean weakensDefender(List<String> words) {
        boolean off = words.contains("set-mppreference") && switchedOff(words);
        boolean excluded =
                words.contains("add-mppreference") && words.stream().anyMatch(word -> word.startsWith("-exclusion"));
        return off || excluded;
    }

    /// A `-Disable...` switch with a value that is true, joined by a colon or behind it.
    private static boolean switchedOff(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int colon = word.indexOf(':');
            String value = colon >= 0 ? word.substring(colon + 1) : i + 1 < words.size() ? words.get(i + 1) : "";
            if (word.startsWith("-disable") && TRUE.contains(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean stopsAuditing(String folded, List<String> words) {
        return starts(words, "auditpol")
                && (words.contains("/clear") || words.contains("/remove") || folded.contains(":disable"));
    }

    /// A tool for services with a verb that stops and a service of defence, all within a few words: a script as a whole
    /// holds any words.
    private static boolean stopsService(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            List<String> next = words.subList(i, Math.min(words.size(), i + NEAR));
            if (SERVICE_TOOLS.contains(program(words.get(i)))
                    && next.stream().anyMatch(STOPPING::contains)
                    && DefenceServices.namedIn(next)) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(List<String> words, String program) {
        return words.stream().limit(12).anyMatch(word -> program(word).equals(program));
    }

    /// The name of a program that a word may be, without folder and `.exe`.
    private static String program(String word) {
        String name = word.substring(Math.max(word.lastIndexOf('\\'), word.lastIndexOf('/')) + 1);
        return name.endsWith(".exe") ? name.substring(0, name.length() - 4) : name;
    }
}
