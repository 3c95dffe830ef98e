package io.ashiato.publish.report;

import io.ashiato.model.Finding;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Indicator;
import io.ashiato.model.Level;
import io.ashiato.model.Tactic;
import io.ashiato.model.TamperingFact;
import io.ashiato.publish.language.Bilingual;
import io.ashiato.publish.report.Recommendation.Ground;
import io.ashiato.publish.report.Recommendation.Horizon;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Picks from the table of recommendations what the case calls for.
final class Recommendations {
    /// More references than this say no more.
    private static final int MOST_MARKS = 6;

    private static final List<Entry> TABLE = read();

    private final IncidentCase incident;

    Recommendations(IncidentCase incident) {
        this.incident = incident;
    }

    /// A line of `recommendations.tsv`.
    private record Entry(String calledForBy, Horizon horizon, int rank, Bilingual action) {}

    List<Recommendation> choose() {
        var chosen = new LinkedHashMap<Bilingual, Recommendation>();
        for (Entry entry : TABLE) {
            Ground ground = ground(entry.calledForBy());
            Set<String> because = because(entry);
            boolean called = switch (ground) {
                case IDS -> !because.isEmpty();
                case SILENT_SOURCES -> !incident.rules().silent().isEmpty();
                case UNREAD_ITEMS -> ReportModel.unread(incident) > 0;
            };
            if (called) {
                chosen.merge(entry.action(), recommendation(entry, because, ground), Recommendations::join);
            }
        }
        return List.copyOf(chosen.values());
    }

    private static Recommendation recommendation(Entry entry, Set<String> because, Ground ground) {
        return new Recommendation(
                entry.horizon(),
                entry.action(),
                because.stream().limit(MOST_MARKS).toList(),
                ground);
    }

    private static Recommendation join(Recommendation one, Recommendation other) {
        var because = new LinkedHashSet<>(one.because());
        because.addAll(other.because());
        return new Recommendation(
                one.horizon(), one.action(), because.stream().limit(MOST_MARKS).toList(), one.ground());
    }

    private static Ground ground(String calledForBy) {
        return switch (calledForBy) {
            case "SILENT" -> Ground.SILENT_SOURCES;
            case "UNREAD" -> Ground.UNREAD_ITEMS;
            default -> Ground.IDS;
        };
    }

    /// What calls for an entry. Only grave findings call for action today.
    private Set<String> because(Entry entry) {
        String by = entry.calledForBy();
        Level least = entry.horizon() == Horizon.TODAY ? Level.HIGH : Level.MEDIUM;
        var ids = new LinkedHashSet<String>();
        for (TamperingFact fact : incident.tampering()) {
            if (fact.kind().name().equals(by)) {
                ids.add(fact.id());
            }
        }
        for (Finding finding : gravestFirst()) {
            if (finding.level().atLeast(by.equals("GRAVE") ? Level.HIGH : least)
                    && (by.equals("GRAVE") || calls(finding, by, least))) {
                ids.add(finding.id());
            }
        }
        for (Indicator indicator : incident.indicators()) {
            boolean called = switch (by) {
                case "BLOCKABLE" -> indicator.blockable();
                case "LURE" -> indicator.role() == Indicator.Role.LURE;
                default -> false;
            };
            if (called) {
                ids.add(indicator.id());
            }
        }
        if (by.equals("LIKENESS")) {
            incident.samples().forEach(match -> ids.add(match.artefact()));
        }
        return ids;
    }

    private List<Finding> gravestFirst() {
        return incident.findings().stream()
                .sorted(Comparator.comparing(Finding::level).reversed().thenComparing(Finding::id))
                .toList();
    }

    /// Whether a rule of the finding, grave enough, is of that technique or tactic.
    private static boolean calls(Finding finding, String by, Level least) {
        return finding.rules().stream()
                .map(Finding.RuleCount::rule)
                .filter(rule -> rule.level().atLeast(least))
                .anyMatch(rule -> rule.techniques().stream()
                                .anyMatch(technique -> technique.equals(by) || technique.startsWith(by + "."))
                        || ReportModel.tactics(rule).stream().map(Tactic::id).anyMatch(by::equals));
    }

    private static List<Entry> read() {
        try (InputStream in = Recommendations.class.getResourceAsStream("recommendations.tsv")) {
            var entries = new ArrayList<Entry>();
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split("\t", -1);
                entries.add(new Entry(
                        cells[0],
                        Horizon.valueOf(cells[1]),
                        Integer.parseInt(cells[2]),
                        new Bilingual(cells[3], cells[4])));
            });
            entries.sort(Comparator.comparing(Entry::horizon).thenComparingInt(Entry::rank));
            return List.copyOf(entries);
        } catch (IOException e) {
            throw new UncheckedIOException("recommendations.tsv in the program's own archive", e);
        }
    }
}
