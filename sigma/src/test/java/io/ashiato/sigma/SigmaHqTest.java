package io.ashiato.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Event;
import io.ashiato.model.RuleProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// SigmaHQ's rules on the development corpus, against what three other engines found there.
class SigmaHqTest {
    /// The judge takes some 10 ms for an event, so it sees a sample only.
    private static final int JUDGED_EVERY = 150;

    private static boolean isWindows(String path) {
        return path.startsWith("rules/windows/")
                || path.startsWith("rules-emerging-threats/")
                || path.startsWith("rules-threat-hunting/");
    }

    @Test
    void allRulesLoadButThoseWithPlaceholders() throws IOException {
        RuleSet rules = RuleSet.compile(Shared.sigmaHq(path -> true));

        assertThat(rules.problems()).extracting(RuleProblem::code).containsOnly("E033");
        assertThat(rules.problems().stream().map(RuleProblem::file).distinct()).hasSize(25);
        assertThat(rules.rules()).hasSize(3_752);
    }

    /// Triples of file, record and rule.
    @Test
    void findsWhatThePeersFindAndNothingElse() throws IOException {
        Set<String> accepted = new HashSet<>();
        Files.readAllLines(Shared.file("corpora/detections-accept.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .forEach(cells -> accepted.add(triple(cells[1], cells[2], cells[0])));
        Set<String> expected = new TreeSet<>();
        table("detections.tsv").forEach(cells -> expected.add(triple(cells[0], cells[1], cells[2])));
        expected.removeAll(accepted);

        Set<String> found =
                detections(table("files.tsv").stream().map(cells -> cells[0]).toList());

        assertThat(expected).hasSizeGreaterThan(7_000);
        found.removeAll(accepted);
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String[]> table(String name) throws IOException {
        return Shared.members("corpora/detections-oracle.zip", name::equals)
                .get(0)
                .text()
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\t"))
                .toList();
    }

    private static String triple(String file, String recordId, String rule) {
        return file + "\t" + recordId + "\t" + rule;
    }

    private static Set<String> detections(List<String> files) throws IOException {
        List<RuleFile> ruleFiles = Shared.sigmaHq(SigmaHqTest::isWindows);
        RuleMatcher matcher = RuleSet.compile(ruleFiles).matcher();
        var plain = new PlainMatcher(ruleFiles);
        var wanted = new HashSet<>(files);
        var found = new HashSet<String>();
        int count = 0;
        for (Shared.Member log : Shared.members(
                "corpora/evtx-oracle.zip", name -> wanted.contains(name.replaceFirst("\\.jsonl$", "")))) {
            String file = log.name().replaceFirst("\\.jsonl$", "");
            for (String line : log.text().lines().toList()) {
                Event event = JsonEvents.event(line, file);
                List<CompiledRule> matches = matcher.match(event);
                if (count++ % JUDGED_EVERY == 0) {
                    assertThat(PlainMatcher.ids(matches)).as(line).isEqualTo(plain.match(event));
                }
                event.source()
                        .recordId()
                        .ifPresent(id -> matches.forEach(rule -> found.add(
                                triple(file, String.valueOf(id), rule.about().id()))));
            }
        }
        return found;
    }
}
