package io.ashiato.casefile.tampering;

import io.ashiato.casefile.findings.Actors;
import io.ashiato.casefile.findings.SystemFolders;
import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.model.TamperingFact;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Changes of the clock that logs record: Security 4616, System 1 of Kernel-General. They explain times that run
/// backwards, and show tampering themselves where no service of the system made them.
final class ClockLog {
    /// Changes kept of one host; a machine with a bad clock is corrected every hour.
    private static final int MAX_CHANGES = 2_000;

    private static final int MAX_HOSTS = 20_000;

    /// A correction by the time service moves little; a person who hides moves far.
    private static final Duration FAR = Duration.ofMinutes(10);

    /// How near a change must lie to explain a jump.
    private static final Duration NEAR = Duration.ofMinutes(30);

    private static final Set<String> KEEPERS = Set.of(
            "svchost.exe",
            "vmtoolsd.exe",
            "vboxservice.exe",
            "lsaiso.exe",
            "system",
            "tzautoupdate.exe",
            "prl_tools.exe",
            "prl_tools_service.exe");

    private final Map<String, Host> hosts = new HashMap<>();

    private static final class Host {
        private final List<Instant> changes = new ArrayList<>();
        private boolean systemLog;
    }

    /// Looks at an event, and gives the act that it shows, if it shows one.
    Optional<TamperingFact> observe(Event event) {
        String channel = event.channel().toLowerCase(Locale.ROOT);
        if (channel.equals("system")) {
            host(event).ifPresent(host -> host.systemLog = true);
            return event.eventId().equals("1") && event.provider().equalsIgnoreCase("Microsoft-Windows-Kernel-General")
                    ? change(event, "OldTime", "NewTime")
                    : Optional.empty();
        }
        return channel.equals("security") && event.eventId().equals("4616")
                ? change(event, "PreviousTime", "NewTime")
                : Optional.empty();
    }

    private Optional<TamperingFact> change(Event event, String oldField, String newField) {
        Fields data = event.data();
        Optional<Instant> before = data.first(oldField).flatMap(ClockLog::time);
        Optional<Instant> after = data.first(newField).flatMap(ClockLog::time);
        host(event).filter(host -> host.changes.size() < MAX_CHANGES).ifPresent(host -> {
            before.ifPresent(host.changes::add);
            after.ifPresent(host.changes::add);
            event.time().ifPresent(host.changes::add);
        });
        String process = Actors.process(event).orElse("");
        boolean far = before.isPresent()
                && after.isPresent()
                && Duration.between(before.get(), after.get()).abs().compareTo(FAR) > 0;
        return far && !process.isEmpty() && !isKeeper(process)
                ? Optional.of(TamperingRecords.fact(
                        TamperingFact.Kind.CLOCK_CHANGED,
                        event,
                        process,
                        Map.of(
                                "from",
                                before.get().toString(),
                                "to",
                                after.get().toString())))
                : Optional.empty();
    }

    /// A service of the system, or of a virtual machine's host, that keeps the clock: by name and by where it
    /// lies, since anybody can give a program such a name.
    private static boolean isKeeper(String process) {
        String program = process.substring(process.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT);
        return KEEPERS.contains(program) && SystemFolders.contain(process);
    }

    /// Whether a recorded change explains a jump, or the log that would have recorded one is not at hand.
    boolean explains(String host, Optional<Instant> from, Optional<Instant> to) {
        Host known = hosts.get(host.toLowerCase(Locale.ROOT));
        if (known == null || !known.systemLog) {
            return true;
        }
        return known.changes.stream().anyMatch(change -> near(change, from) || near(change, to));
    }

    private static boolean near(Instant change, Optional<Instant> moment) {
        return moment.filter(m -> Duration.between(change, m).abs().compareTo(NEAR) <= 0)
                .isPresent();
    }

    private Optional<Host> host(Event event) {
        String name = event.host().toLowerCase(Locale.ROOT);
        if (hosts.size() >= MAX_HOSTS && !hosts.containsKey(name)) {
            return Optional.empty();
        }
        return Optional.of(hosts.computeIfAbsent(name, key -> new Host()));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
