package io.ashiato.casefile.tampering;

import io.ashiato.model.Event;
import io.ashiato.model.TamperingFact;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Commands that clear logs, switch defences off or stop what logs: as a process or a script record shows them. That
/// a command was given does not show that it took effect.
final class HidingCommands {
    /// Longer script blocks are modules, which define such commands without running them.
    private static final int MAX_SCRIPT = 4_096;

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
                || weakensDefender(folded, words)
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

    private static boolean weakensDefender(String folded, List<String> words) {
        boolean off = words.contains("set-mppreference")
                && words.stream().anyMatch(word -> word.startsWith("-disable"))
                && (words.contains("$true") || words.contains("1") || folded.contains(":$true"));
        boolean excluded =
                words.contains("add-mppreference") && words.stream().anyMatch(word -> word.startsWith("-exclusion"));
        return off || excluded;
    }

    private static boolean stopsAuditing(String folded, List<String> words) {
        return starts(words, "auditpol")
                && (words.contains("/clear") || words.contains("/remove") || folded.contains(":disable"));
    }

    private static boolean stopsService(List<String> words) {
        boolean stops = words.contains("stop")
                || words.contains("delete")
                || words.contains("disabled")
                || words.contains("stop-service");
        boolean tool = starts(words, "sc")
                || starts(words, "net")
                || starts(words, "net1")
                || words.contains("stop-service")
                || words.contains("set-service");
        return tool && stops && DefenceServices.namedIn(words);
    }

    private static boolean starts(List<String> words, String program) {
        return words.stream().limit(12).anyMatch(word -> {
            String name = word.substring(Math.max(word.lastIndexOf('\\'), word.lastIndexOf('/')) + 1);
            return name.equals(program) || name.equals(program + ".exe");
        });
    }
}
