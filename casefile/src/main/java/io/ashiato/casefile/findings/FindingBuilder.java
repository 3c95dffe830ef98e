package io.ashiato.casefile.findings;

import io.ashiato.intel.AttackKnowledge;
import io.ashiato.model.Detection;
import io.ashiato.model.Event;
import io.ashiato.model.Finding;
import io.ashiato.model.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Groups detections, handed over in order of time, into activities.
///
/// An activity is what one account does on one host without a pause of more than [#QUIET]. A detection
/// whose event names no account joins the activity on that host that its program belongs to, else the
/// one that was last active there, else it starts one without an account.
public final class FindingBuilder {
    /// The pause that ends an activity.
    static final Duration QUIET = Duration.ofMinutes(30);

    /// Findings kept. A case with more is not read by anyone; the weakest go, and the case says how many.
    public static final int MAX_FINDINGS = 2_000;

    /// Activities that may be open at once on one host; the oldest is closed for a new one. Accounts come from
    /// the evidence, and a terminal server has some hundred at a time.
    private static final int MAX_OPEN = 512;

    /// Hosts with open activities; all are closed when there are more.
    private static final int MAX_HOSTS = 20_000;

    private static final String NO_ACCOUNT = "";

    private final AttackKnowledge attack;
    private final int limit;
    private final Map<String, SequencedMap<String, Activity>> openByHost = new HashMap<>();
    private final List<Finding> closed = new ArrayList<>();
    private long dropped;

    public FindingBuilder(AttackKnowledge attack) {
        this(attack, MAX_FINDINGS);
    }

    FindingBuilder(AttackKnowledge attack, int limit) {
        this.attack = attack;
        this.limit = limit;
    }

    /// Takes the next detection; the order is that of `detections.jsonl`.
    public void accept(Detection detection) {
        Event event = detection.event();
        if (openByHost.size() >= MAX_HOSTS) {
            closeAll();
        }
        SequencedMap<String, Activity> open =
                openByHost.computeIfAbsent(key(event.host()), host -> new LinkedHashMap<>());
        event.time().ifPresent(now -> closeQuiet(open, now));
        Optional<String> account = Actors.account(event);
        Activity activity = account.isEmpty() ? without(open, event) : of(open, event, account);
        activity.add(detection);
        if (open.size() > MAX_OPEN) {
            close(open.pollFirstEntry().getValue());
        }
    }

    /// All findings with their ids, in order of time, then host.
    public List<Finding> finish() {
        closeAll();
        trim(limit);
        closed.sort(Comparator.comparing((Finding f) -> f.start().orElse(Instant.MAX))
                .thenComparing(f -> key(f.host()))
                .thenComparing(f -> f.account().orElse(NO_ACCOUNT)));
        return numbered(closed);
    }

    /// Findings that had no room, known after [#finish].
    public long dropped() {
        return dropped;
    }

    private static Activity of(SequencedMap<String, Activity> open, Event event, Optional<String> account) {
        String key = key(account.orElse(NO_ACCOUNT));
        Activity activity = open.computeIfAbsent(key, k -> new Activity(event.host(), account));
        open.putLast(key, activity);
        return activity;
    }

    private static Activity without(SequencedMap<String, Activity> open, Event event) {
        Optional<String> process = Actors.process(event);
        Activity latest = null;
        for (Activity activity : open.values()) {
            if (process.isPresent() && activity.involves(process.get())) {
                return activity;
            }
            latest = activity;
        }
        return latest != null ? latest : of(open, event, Optional.empty());
    }

    private void closeQuiet(SequencedMap<String, Activity> open, Instant now) {
        open.values().removeIf(activity -> {
            boolean quiet = activity.end()
                    .map(end -> Duration.between(end, now).compareTo(QUIET) > 0)
                    .orElse(false);
            if (quiet) {
                close(activity);
            }
            return quiet;
        });
    }

    private void closeAll() {
        openByHost.values().forEach(open -> open.values().forEach(this::close));
        openByHost.clear();
    }

    private void close(Activity activity) {
        closed.add(activity.toFinding(attack));
        if (closed.size() > 2 * limit) {
            trim(limit);
        }
    }

    private void trim(int size) {
        if (closed.size() <= size) {
            return;
        }
        closed.sort(Comparator.comparing(Finding::level)
                .reversed()
                .thenComparing(Comparator.comparingLong(Finding::detections).reversed())
                .thenComparing(f -> f.start().orElse(Instant.MAX))
                .thenComparing(f -> key(f.host()))
                .thenComparing(f -> f.account().orElse(NO_ACCOUNT)));
        dropped += closed.size() - size;
        closed.subList(size, closed.size()).clear();
    }

    private static List<Finding> numbered(List<Finding> findings) {
        var numbered = new ArrayList<Finding>();
        int observations = 0;
        for (Finding finding : findings) {
            var withIds = new ArrayList<Observation>();
            for (Observation observation : finding.observations()) {
                withIds.add(observation.withId(String.format(Locale.ROOT, "E-%04d", ++observations)));
            }
            numbered.add(finding.withIds(String.format(Locale.ROOT, "F-%03d", numbered.size() + 1), withIds));
        }
        return numbered;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
