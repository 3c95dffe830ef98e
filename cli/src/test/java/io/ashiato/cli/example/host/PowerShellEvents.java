package io.ashiato.cli.example.host;

import static io.ashiato.cli.example.host.Field.int32;
import static io.ashiato.cli.example.host.Field.text;

import java.time.Instant;
import java.util.Optional;

/// Events of PowerShell 5.1's operational log.
public final class PowerShellEvents {
    public static final String CHANNEL = "Microsoft-Windows-PowerShell/Operational";

    private static final EventProvider PROVIDER =
            EventProvider.manifest("Microsoft-Windows-PowerShell", "a0c1853b-5c40-4b15-8766-3cf1c58f985a");

    private PowerShellEvents() {}

    public static LogEvent consoleStarting(Instant time, RunningProcess shell) {
        return event(new EventKind(PROVIDER, 40961, 1, 4, 4, 1, 0), time, shell);
    }

    public static LogEvent consoleReady(Instant time, RunningProcess shell) {
        return event(new EventKind(PROVIDER, 40962, 1, 4, 4, 2, 0), time, shell);
    }

    public static LogEvent listening(Instant time, RunningProcess shell) {
        return event(
                new EventKind(PROVIDER, 53504, 1, 4, 111, 10, 0),
                time,
                shell,
                text("param1", Integer.toString(shell.id())),
                text("param2", "DefaultAppDomain"));
    }

    /// @param suspicious whether PowerShell itself found words in it that it warns of, which raises the level
    /// @param path of the script, empty for what was typed
    public static LogEvent scriptBlock(
            Instant time, RunningProcess shell, String scriptBlockId, String source, String path, boolean suspicious) {
        return event(
                new EventKind(PROVIDER, 4104, 1, suspicious ? 3 : 5, 2, 15, 0),
                time,
                shell,
                int32("MessageNumber", 1),
                int32("MessageTotal", 1),
                text("ScriptBlockText", source),
                text("ScriptBlockId", scriptBlockId),
                text("Path", path));
    }

    private static LogEvent event(EventKind kind, Instant time, RunningProcess shell, Field... fields) {
        return new LogEvent(
                kind,
                CHANNEL,
                time,
                shell.id(),
                shell.id() + 1832,
                Optional.of(shell.session().account().sid()),
                EventPayload.of(fields));
    }
}
