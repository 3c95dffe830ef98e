package io.ashiato.casefile.findings;

import io.ashiato.model.Confidence;
import io.ashiato.model.Detection;
import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.model.Finding;
import io.ashiato.model.Indicator;
import io.ashiato.model.Indicator.Kind;
import io.ashiato.model.Indicator.Role;
import io.ashiato.model.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Values by which the same work can be found elsewhere, from events that rules of level medium or
/// higher matched. Detections come in order of time.
///
/// A value is an indicator only with a reason: where a flagged process connected, where a flagged logon
/// came from, what a flagged command line names, what was run or written outside the folders of the
/// operating system.
public final class IndicatorCollector {
    /// More cannot be used by people; machines find the rest in the detections.
    static final int MAX_INDICATORS = 2_000;

    /// Values that are kept to choose from; a case that has more says so, whatever their level.
    private static final int MAX_CANDIDATES = 8 * MAX_INDICATORS;

    private final Map<String, Seen> seen = new HashMap<>();

    public void observe(Detection detection) {
        if (!detection.rule().level().atLeast(Level.MEDIUM)) {
            return;
        }
        Event event = detection.event();
        Fields data = event.data();
        connection(detection, data);
        data.firstTelling("IpAddress").ifPresent(value -> address(detection, value, Role.SOURCE));
        data.firstTelling("QueryName", "DestinationHostname")
                .filter(NetworkNames::isPublicName)
                .ifPresent(value -> add(detection, Kind.DOMAIN, value.toLowerCase(Locale.ROOT), Role.CONTACTED));
        data.firstTelling("CommandLine", "ScriptBlockText").ifPresent(text -> named(detection, text));
        files(detection, data);
    }

    /// The indicators with their ids, those of highest confidence first, each with the findings it was seen in.
    ///
    /// @param findings final, with ids
    public List<Indicator> finish(List<Finding> findings) {
        List<Seen> kept = seen.values().stream()
                .sorted(Comparator.comparing((Seen s) -> s.level)
                        .reversed()
                        .thenComparing(s -> s.kind)
                        .thenComparing(s -> s.value))
                .limit(MAX_INDICATORS)
                .toList();
        var indicators = new ArrayList<Indicator>();
        for (Seen s : kept) {
            indicators.add(new Indicator(
                    String.format(Locale.ROOT, "I-%03d", indicators.size() + 1),
                    s.kind,
                    s.value,
                    s.role,
                    s.first,
                    s.last,
                    s.level == Level.CRITICAL ? Confidence.MODERATE : Confidence.LOW,
                    within(s, findings),
                    List.of(),
                    blockable(s)));
        }
        return indicators;
    }

    /// Values that [#finish] does not give, at least: beyond a number of candidates they are not counted.
    public long leftOut() {
        return Math.max(0, seen.size() - MAX_INDICATORS);
    }

    /// Only the far end of a connection: the near one is the injured host itself. Sysmon says who opened it.
    private void connection(Detection detection, Fields data) {
        boolean incoming =
                data.first("Initiated").filter("false"::equalsIgnoreCase).isPresent();
        if (incoming) {
            data.firstTelling("SourceIp").ifPresent(value -> address(detection, value, Role.SOURCE));
        } else {
            data.firstTelling("DestinationIp").ifPresent(value -> address(detection, value, Role.CONTACTED));
        }
    }

    private void address(Detection detection, String value, Role role) {
        if (NetworkNames.isPublicAddress(value)) {
            add(detection, value.contains(":") ? Kind.IPV6 : Kind.IPV4, value.toLowerCase(Locale.ROOT), role);
        }
    }

    private void named(Detection detection, String text) {
        for (String url : NetworkNames.urls(text)) {
            add(detection, Kind.URL, url, Role.CONTACTED);
            String host = NetworkNames.hostOf(url);
            if (NetworkNames.isPublicAddress(host)) {
                add(detection, Kind.IPV4, host, Role.CONTACTED);
            } else if (NetworkNames.isPublicName(host)) {
                add(detection, Kind.DOMAIN, host, Role.CONTACTED);
            }
        }
    }

    /// Programs and files; those of Windows itself tell nothing of the intruder.
    private void files(Detection detection, Fields data) {
        data.firstTelling("TargetFilename").ifPresent(path -> file(detection, path, Role.FILE));
        data.firstTelling("ImageLoaded").ifPresent(path -> file(detection, path, Role.FILE));
        Optional<String> image = data.firstTelling("Image", "NewProcessName");
        image.ifPresent(path -> file(detection, path, Role.EXECUTED));
        hashes(detection, data, image);
    }

    private void file(Detection detection, String path, Role role) {
        if (!SystemFolders.contain(path) && detection.rule().level().atLeast(Level.HIGH)) {
            add(detection, Kind.FILE_PATH, path, role);
        }
    }

    /// Sysmon's `Hashes` are those of the file that the event is about: the one written or deleted, else the one
    /// loaded, else the program itself.
    private void hashes(Detection detection, Fields data, Optional<String> image) {
        Optional<String> file = data.firstTelling("TargetFilename", "ImageLoaded");
        Optional<String> owner = file.or(() -> image);
        if (owner.isEmpty()
                || SystemFolders.contain(owner.get())
                || !detection.rule().level().atLeast(Level.HIGH)) {
            return;
        }
        Role role = file.isPresent() ? Role.FILE : Role.EXECUTED;
        data.firstTelling("Hashes").ifPresent(hashes -> hashes(detection, hashes, role));
    }

    /// `SHA1=...,MD5=...,SHA256=...,IMPHASH=...` as Sysmon writes it.
    private void hashes(Detection detection, String hashes, Role role) {
        for (String part : hashes.split(",", 8)) {
            int equals = part.indexOf('=');
            String digits = part.substring(equals + 1).toLowerCase(Locale.ROOT);
            Optional<Kind> kind = hashKind(part.substring(0, Math.max(equals, 0)), digits);
            kind.ifPresent(k -> add(detection, k, digits, role));
        }
    }

    private static Optional<Kind> hashKind(String name, String digits) {
        if (!digits.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
            return Optional.empty();
        }
        return switch (name + digits.length()) {
            case "MD532" -> Optional.of(Kind.MD5);
            case "SHA140" -> Optional.of(Kind.SHA1);
            case "SHA25664" -> Optional.of(Kind.SHA256);
            default -> Optional.empty();
        };
    }

    private void add(Detection detection, Kind kind, String value, Role role) {
        String key = kind + " " + value;
        if (seen.size() < MAX_CANDIDATES || seen.containsKey(key)) {
            seen.computeIfAbsent(key, k -> new Seen(kind, value, role)).include(detection);
        }
    }

    private static List<String> within(Seen s, List<Finding> findings) {
        Set<String> ids = new TreeSet<>();
        for (Finding finding : findings) {
            boolean sameHost = s.hosts.contains(finding.host().toLowerCase(Locale.ROOT));
            boolean sameTime = s.times.stream()
                    .anyMatch(time -> finding.start().isPresent()
                            && finding.end().isPresent()
                            && !time.isBefore(finding.start().get())
                            && !time.isAfter(finding.end().get()));
            boolean sameRule = finding.rules().stream()
                    .anyMatch(count -> s.rules.contains(count.rule().id()));
            if (sameHost && sameTime && sameRule) {
                ids.add(finding.id());
            }
        }
        return List.copyOf(ids);
    }

    /// Values that a machine may block without harm to others: never shared services, never mere paths.
    private static boolean blockable(Seen s) {
        return switch (s.kind) {
            case IPV4, IPV6 -> s.role == Role.CONTACTED;
            case DOMAIN -> !NetworkNames.isShared(s.value);
            case URL -> isOutside(NetworkNames.hostOf(s.value));
            case MD5, SHA1, SHA256 -> true;
            case FILE_PATH, FILE_NAME, MAIL_ADDRESS, IMPHASH -> false;
        };
    }

    private static boolean isOutside(String host) {
        return NetworkNames.isPublicAddress(host) || NetworkNames.isPublicName(host);
    }

    private static final class Seen {
        /// Enough to find the findings it belongs to.
        private static final int MAX_TIMES = 64;

        private final Kind kind;
        private final String value;
        private final Role role;
        private final Set<String> hosts = new HashSet<>();
        private final Set<String> rules = new HashSet<>();
        private final List<Instant> times = new ArrayList<>(1);
        private long seenTimes;
        private Level level = Level.MEDIUM;
        private Optional<Instant> first = Optional.empty();
        private Optional<Instant> last = Optional.empty();

        Seen(Kind kind, String value, Role role) {
            this.kind = kind;
            this.value = value;
            this.role = role;
        }

        void include(Detection detection) {
            Optional<Instant> time = detection.event().time();
            first = first.or(() -> time);
            last = time.or(() -> last);
            if (seenTimes++ < MAX_TIMES) {
                time.ifPresent(times::add);
                hosts.add(detection.event().host().toLowerCase(Locale.ROOT));
                rules.add(detection.rule().id());
            }
            if (detection.rule().level().atLeast(level)) {
                level = detection.rule().level();
            }
        }
    }
}
