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

/// Services of defence that stopped (System 7036, Security 1100), unless the whole machine was shutting down or the
/// service came back at once, as it does when it is updated.
final class StoppedServices {
    private static final int MAX_CANDIDATES = 20_000;

    /// Times kept of all hosts: shutdowns, and services of defence that began to run.
    private static final int MAX_TIMES = 50_000;

    /// A machine needs some minutes to go down, a service to be updated.
    private static final Duration SHORTLY = Duration.ofMinutes(5);

    private final List<TamperingFact> candidates = new ArrayList<>();
    private final Map<String, List<Instant>> shutdowns = new HashMap<>();
    private final Map<String, List<Instant>> starts = new HashMap<>();
    private final Map<String, Span> systemLogs = new HashMap<>();
    private int times;

    /// The time that records of one host's System log cover.
    private record Span(Instant first, Instant last) {
        Span with(Instant time) {
            return new Span(time.isBefore(first) ? time : first, time.isAfter(last) ? time : last);
        }

        boolean covers(Instant time) {
            return !time.isBefore(first) && !time.isAfter(last);
        }
    }

    void observe(Event event) {
        if (event.channel().equalsIgnoreCase("System")) {
            system(event);
        } else if (event.channel().equalsIgnoreCase("Security")
                && event.eventId().equals("1100")
                && event.provider().equalsIgnoreCase("Microsoft-Windows-Eventlog")) {
            keep(event, "EventLog");
        }
    }

    private void system(Event event) {
        String host = folded(event.host());
        String provider = folded(event.provider());
        event.time().ifPresent(time -> {
            if (systemLogs.size() < MAX_TIMES || systemLogs.containsKey(host)) {
                systemLogs.merge(host, new Span(time, time), (span, same) -> span.with(time));
            }
            if (isShutdown(event.eventId(), provider)) {
                add(shutdowns, host, time);
            }
        });
        if (event.eventId().equals("7036") && provider.equals("service control manager")) {
            state(event, host);
        }
    }

    private void state(Event event, String host) {
        String state = folded(event.data().first("param2").orElse(""));
        String service = event.data().first("param1").orElse("");
        if (!DefenceServices.contain(service)) {
            return;
        }
        if (state.equals("stopped") || state.equals("停止")) {
            keep(event, service);
        } else if (state.equals("running") || state.equals("実行中")) {
            event.time().ifPresent(time -> add(starts, host + "|" + folded(service), time));
        }
    }

    private void keep(Event event, String service) {
        if (candidates.size() < MAX_CANDIDATES) {
            candidates.add(TamperingRecords.fact(TamperingFact.Kind.SERVICE_STOPPED, event, service, Map.of()));
        }
    }

    private void add(Map<String, List<Instant>> all, String key, Instant time) {
        if (times < MAX_TIMES) {
            times++;
            all.computeIfAbsent(key, name -> new ArrayList<>()).add(time);
        }
    }

    /// 1074 a shutdown was asked for, 13 the system ended, 109 the kernel began to end it. 6006, the end of the log
    /// service, is none: it is also written where only that service was stopped.
    private static boolean isShutdown(String id, String provider) {
        return switch (id) {
            case "1074" -> provider.equals("user32");
            case "13" -> provider.equals("microsoft-windows-kernel-general");
            case "109" -> provider.equals("microsoft-windows-kernel-power");
            default -> false;
        };
    }

    List<TamperingFact> finish() {
        return candidates.stream().filter(fact -> !isExplained(fact)).toList();
    }

    private boolean isExplained(TamperingFact fact) {
        String host = folded(fact.host());
        if (fact.time().isEmpty()) {
            return false;
        }
        Instant time = fact.time().get();
        boolean shutdown = shutdowns.getOrDefault(host, List.of()).stream()
                .anyMatch(moment -> Duration.between(moment, time).abs().compareTo(SHORTLY) <= 0);
        boolean restarted = !DefenceServices.isEventLog(fact.object())
                && starts.getOrDefault(host + "|" + folded(fact.object()), List.of()).stream()
                        .anyMatch(start -> !start.isBefore(time)
                                && Duration.between(time, start).compareTo(SHORTLY) <= 0);
        return shutdown || restarted || isUnknowable(fact, host, time);
    }

    /// The Security log tells of every end of the log service; why it ended, only the System log does.
    private boolean isUnknowable(TamperingFact fact, String host, Instant time) {
        Span system = systemLogs.get(host);
        return fact.eventId().equals("1100") && (system == null || !system.covers(time));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
