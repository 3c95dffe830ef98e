package io.ashiato.casefile.tampering;

import io.ashiato.model.Event;
import io.ashiato.model.TamperingFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Services of defence that stopped (System 7036), unless the whole machine was shutting down.
final class StoppedServices {
    private static final int MAX_CANDIDATES = 20_000;
    private static final int MAX_SHUTDOWNS = 50_000;

    /// A machine needs some minutes to go down.
    private static final Duration SHUTDOWN = Duration.ofMinutes(5);

    private final List<TamperingFact> candidates = new ArrayList<>();
    private final Map<String, List<Instant>> shutdowns = new HashMap<>();
    private int shutdownCount;

    void observe(Event event) {
        if (!event.channel().equalsIgnoreCase("System")) {
            return;
        }
        String provider = event.provider().toLowerCase(Locale.ROOT);
        if (isShutdown(event.eventId(), provider) && event.time().isPresent() && shutdownCount < MAX_SHUTDOWNS) {
            shutdownCount++;
            shutdowns
                    .computeIfAbsent(event.host().toLowerCase(Locale.ROOT), host -> new ArrayList<>())
                    .add(event.time().get());
        } else if (event.eventId().equals("7036") && provider.equals("service control manager")) {
            String state = event.data().first("param2").orElse("").toLowerCase(Locale.ROOT);
            String service = event.data().first("param1").orElse("");
            boolean stopped = state.equals("stopped") || state.equals("停止");
            if (stopped && DefenceServices.contain(service) && candidates.size() < MAX_CANDIDATES) {
                candidates.add(TamperingRecords.fact(TamperingFact.Kind.SERVICE_STOPPED, event, service, Map.of()));
            }
        }
    }

    /// 1074 a shutdown was asked for, 6006 the log service ended, 13 the system ended, 109 the kernel began to end it.
    private static boolean isShutdown(String id, String provider) {
        return switch (id) {
            case "1074" -> provider.equals("user32");
            case "6006" -> provider.equals("eventlog");
            case "13" -> provider.equals("microsoft-windows-kernel-general");
            case "109" -> provider.equals("microsoft-windows-kernel-power");
            default -> false;
        };
    }

    List<TamperingFact> finish() {
        return candidates.stream().filter(fact -> !inShutdown(fact)).toList();
    }

    private boolean inShutdown(TamperingFact fact) {
        return fact.time().isPresent()
                && shutdowns.getOrDefault(fact.host().toLowerCase(Locale.ROOT), List.of()).stream()
                        .anyMatch(moment -> Duration.between(moment, fact.time().get())
                                        .abs()
                                        .compareTo(SHUTDOWN)
                                <= 0);
    }
}
