package io.ashiato.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.model.RuleProblem;
import io.ashiato.sigma.SpecificationCases.Case;
import io.ashiato.sigma.SpecificationCases.Expected;
import io.ashiato.sigma.match.RuleTables;
import io.ashiato.sigma.rule.CorrelationLinker;
import io.ashiato.sigma.rule.Expression;
import io.ashiato.sigma.rule.Predicate;
import io.ashiato.sigma.store.RuleCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rules that were kept as bytes are the rules that were kept, and damaged bytes are none.
class RuleCodecTest {
    private static final int MUTATIONS = 5_000;
    private static final int HEADER = 12;

    /// One of each kind of predicate, problem, filter and correlation.
    private static final RuleFile SAMPLE = new RuleFile("sample.yml", """
            title: Ön each side \u2013 😀
            id: aaaaaaaa-0000-4000-8000-000000000000
            name: a
            title_ja: 例
            status: test
            level: high
            author: Ann
            license: MIT
            tags: [attack.execution, attack.t1059.001]
            related: [{id: aaaaaaaa-0000-4000-8000-00000000000f, type: derived}]
            references: [https://example.org/, https://example.org/2]
            date: 2026-01-01
            custom: {k: [v]}
            logsource: {product: windows, category: process_creation}
            detection:
              s1: {Image|endswith: ['\\x.exe', '\\y.exe'], CommandLine|contains|windash: ' -a*b?c', User: null}
              s2: {ParentImage|re|i: '^a+b', IntegrityLevel|re: '(a)\\1', Hashes|exists: true}
              s3: {SourceIp|cidr: ['10.0.0.0/8', 'fe80::/10'], LogonId|gte: 1.50, UtcTime|hour|lt: 5}
              s4: {User|fieldref|endswith: ParentUser, CommandLine|cased: "\\u3042\\ud800"}
              s5: [word, other]
              condition: s1 or 2 of s* or not s3 and (s1 or s5)
            ---
            title: Broken
            logsource: {product: windows, category: nosuch}
            detection: {s: {a|nosuch: b}, condition: s}
            ---
            title: Often
            correlation: {type: event_count, rules: [a], group-by: [Who], timespan: 40000d, condition: {gte: 3}}
            ---
            title: Many
            name: many
            correlation:
              type: value_count
              rules: [a]
              group-by: [Who]
              aliases: {Who: {a: User}}
              timespan: 36500d
              condition: {gte: 3, lt: 10.5, field: Image}
            ---
            title: In turn
            correlation: {type: temporal_ordered, rules: [a, many], group-by: [User], timespan: 1h}
            ---
            title: Not here
            id: ffffffff-0000-4000-8000-000000000000
            logsource: {product: windows, category: process_creation}
            filter: {rules: [a, nosuch], s: {User: x}, condition: not s}
            """);

    private static CheckedRules sample() {
        return CheckedRules.read(List.of(SAMPLE), RuleSetOptions.DEFAULT);
    }

    private static CheckedRules again(CheckedRules rules) {
        byte[] bytes = RuleCodec.encode(rules);
        CheckedRules decoded = RuleCodec.decode(bytes).orElseThrow();
        assertThat(RuleCodec.encode(decoded)).as("encoded again").isEqualTo(bytes);
        return decoded;
    }

    @Test
    void allThatASetOfRulesHoldsComesBack() {
        CheckedRules rules = sample();

        assertThat(rules.rules()).hasSize(1);
        assertThat(rules.rules().getFirst().filters()).hasSize(1);
        assertThat(rules.correlations()).hasSize(2);
        assertThat(rules.refused()).isNotEmpty();
        assertThat(rules.problems()).extracting(RuleProblem::code).contains("E020", "E030", "E060", "E002");
        assertThat(again(rules)).isEqualTo(rules);
    }

    private static RuleSet again(RuleSet rules) {
        byte[] bytes = RuleCodec.encode(rules.chosen());
        RuleSet decoded = RuleCodec.decodeChosen(bytes).orElseThrow();
        assertThat(RuleCodec.encode(decoded.chosen())).as("encoded again").isEqualTo(bytes);
        return decoded;
    }

    @Test
    void chosenRulesComeBack() {
        for (Set<String> wanted :
                List.of(Set.of("Ön each side \u2013 😀", "Many"), Set.<String>of(), Set.of("In turn"))) {
            ChosenRules rules = sample().choose(
                            rule -> wanted.contains(rule.about().title()))
                    .chosen();
            ChosenRules decoded = again(RuleSet.of(rules)).chosen();

            assertThat(withTables(decoded, rules.tables()).equals(rules)).isTrue();
        }
    }

    /// Arrays are equal to themselves alone; those of the tables were compared as bytes.
    private static ChosenRules withTables(ChosenRules rules, RuleTables tables) {
        return new ChosenRules(
                rules.rules(),
                rules.leftOut(),
                rules.refused(),
                rules.problems(),
                rules.sources(),
                rules.linked(),
                rules.correlations(),
                rules.feeding(),
                rules.unwanted(),
                rules.filtered(),
                tables);
    }

    @Test
    void everySigmaHqRuleComesBack() throws IOException {
        CheckedRules rules = CheckedRules.read(Shared.sigmaHq(path -> true), RuleSetOptions.DEFAULT);

        CheckedRules decoded = again(rules);

        assertThat(decoded.equals(rules)).isTrue(); // no description: it would fill the memory
        assertThat(decoded.rules()).hasSizeGreaterThan(3_700);
    }

    static List<Arguments> specificationCases() {
        return SpecificationCases.all().stream()
                .map(specified -> Arguments.of(specified.name(), specified))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("specificationCases")
    void rulesThatCameBackFindTheSame(String name, Case specified) {
        CheckedRules rules = CheckedRules.read(specified.files(), specified.options());

        CheckedRules decoded = again(rules);

        assertThat(decoded).isEqualTo(rules);
        RuleSet chosen = again(decoded.choose(rule -> true));
        assertThat(chosen.problems()).extracting(RuleProblem::code).isEqualTo(specified.refused());
        for (Expected expected : specified.expected()) {
            assertThat(PlainMatcher.ids(chosen.matcher().match(expected.event())))
                    .as("%s", expected)
                    .isEqualTo(expected.rules());
        }
    }

    @Test
    void everyCorrelationCaseComesBack() {
        var letters = new StringBuilder();
        for (char letter = 'a'; letter <= 'e'; letter++) {
            letters.append("title: T\nname: ").append(letter).append("\nlogsource: {product: windows}\n");
            letters.append("detection: {s: {R: ").append(letter).append("}, condition: s}\n---\n");
        }
        int correlations = 0;
        for (Map<String, Object> entry : Yaml.cases("correlation/cases.yml")) {
            String text = letters + Yaml.text(entry, "rules");
            CheckedRules rules = CheckedRules.read(
                    List.of(new RuleFile("r.yml", text)), RuleSetOptions.DEFAULT.withUnreleased(true));

            assertThat(again(rules)).as(text).isEqualTo(rules);
            correlations += rules.correlations().size();
        }
        assertThat(correlations).isGreaterThan(50);
    }

    @Test
    void damagedAndCutBytesGiveNoRules() {
        byte[] checked = RuleCodec.encode(sample());
        byte[] chosen = RuleCodec.encode(sample().choose(rule -> true).chosen());
        long seed = Long.getLong("sigma.seed", System.nanoTime());
        var random = new Random(seed);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] damaged = mutated(i % 2 == 0 ? checked : chosen, random);
            if (!Arrays.equals(checked, damaged) && !Arrays.equals(chosen, damaged)) {
                assertThat(RuleCodec.decode(damaged))
                        .as("seed %d, mutation %d", seed, i)
                        .isEmpty();
                assertThat(RuleCodec.decodeChosen(damaged))
                        .as("seed %d, mutation %d", seed, i)
                        .isEmpty();
            }
        }
        assertThat(RuleCodec.decode(new byte[0])).isEmpty();
        assertThat(RuleCodec.decodeChosen(new byte[0])).isEmpty();
        assertThat(RuleCodec.decode(chosen)).isEmpty();
        assertThat(RuleCodec.decodeChosen(checked)).isEmpty();
    }

    /// Regular expressions are apart: one that is damaged is told when it is compiled, at its first search.
    @Test
    void nonsenseWithARightChecksumMakesNoRulesThatFail() {
        String text = SAMPLE.text().replace("ParentImage|re|i: '^a+b', IntegrityLevel|re: '(a)\\1', ", "");
        assertThat(text).doesNotContain("|re");
        CheckedRules rules = CheckedRules.read(List.of(new RuleFile("r.yml", text)), RuleSetOptions.DEFAULT);
        byte[] whole = RuleCodec.encode(rules.choose(rule -> true).chosen());
        Event event = Events.of(
                "Microsoft-Windows-Sysmon/Operational",
                "1",
                Fields.of("Image", "C:\\x.exe", "CommandLine", "t -azb1c"));
        long seed = Long.getLong("sigma.seed", System.nanoTime());
        var random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] damaged = mutated(whole, random);
            int number = i;
            try {
                Optional<RuleSet> set = RuleCodec.decodeChosen(sealed(damaged, whole));
                set.ifPresent(each -> each.matcher().match(event));
                refused += set.isEmpty() ? 1 : 0;
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", mutation " + number, e);
            }
        }
        assertThat(refused).as("seed %d", seed).isBetween(MUTATIONS / 4, MUTATIONS - 1);
    }

    /// What only the checksum keeps out otherwise.
    @Test
    void nonsenseWithARightChecksumIsReadOrRefusedButNeverFails() {
        byte[] whole = RuleCodec.encode(sample());
        long seed = Long.getLong("sigma.seed", System.nanoTime());
        var random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] damaged = mutated(whole, random);
            int number = i;
            try {
                Optional<CheckedRules> rules = RuleCodec.decode(sealed(damaged, whole));
                refused += rules.isEmpty() ? 1 : 0;
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", mutation " + number, e);
            }
        }
        assertThat(refused).as("seed %d", seed).isGreaterThan(MUTATIONS / 4);
    }

    private static byte[] mutated(byte[] whole, Random random) {
        byte[] bytes = random.nextInt(4) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
        for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) (bytes[at] ^ 1 << random.nextInt(8));
        }
        return bytes;
    }

    /// @param whole what was damaged
    private static byte[] sealed(byte[] damaged, byte[] whole) {
        byte[] bytes = Arrays.copyOf(damaged, Math.max(HEADER, damaged.length));
        var checksum = new CRC32();
        checksum.update(bytes, HEADER, bytes.length - HEADER);
        return ByteBuffer.wrap(bytes)
                .put(whole, 0, 4)
                .putInt(bytes.length - HEADER)
                .putInt((int) checksum.getValue())
                .array();
    }

    @ParameterizedTest
    @ValueSource(ints = {990, 1_010})
    void treesThatWouldFillTheStackAreRefused(int depth) {
        Expression tree = new Expression.Test(new Predicate.Present("F"));
        for (int i = 0; i < depth; i++) {
            tree = new Expression.Not(tree);
        }
        FilteredRule rule = sample().rules().getFirst();
        var deep = new FilteredRule(rule.rule(), tree, List.of(), rule.events());
        var nothing = new CorrelationLinker.Linked(List.of(), Set.of(), Set.of());

        byte[] bytes = RuleCodec.encode(new CheckedRules(List.of(deep), List.of(), nothing, List.of(), List.of()));

        assertThat(RuleCodec.decode(bytes).isPresent()).isEqualTo(depth < 1_000);
    }
}
