package io.ashiato.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Fields;
import io.ashiato.model.Level;
import io.ashiato.model.RuleInfo;
import io.ashiato.sigma.syntax.Attributes;
import io.ashiato.sigma.syntax.RuleStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleInfoTest {
    private static final String BODY = """
            logsource: {product: windows}
            detection: {a: {F: x}, condition: a}
            """;

    private static RuleInfo about(String head) {
        RuleSet rules = RuleSet.compile(List.of(new RuleFile("r.yml", head + BODY)));
        assertThat(rules.problems()).isEmpty();
        return rules.rules().get(0).about();
    }

    @Test
    void keepsStatusAndTagsForThoseWhoChooseRules() {
        String head = "title: T\nstatus: Experimental\ntags: [attack.t1003, cve.2021-44228]\n";
        CompiledRule rule = RuleSet.compile(List.of(new RuleFile("a/r.yml", head + BODY)))
                .rules()
                .getFirst();

        assertThat(rule.status()).hasValue(RuleStatus.EXPERIMENTAL);
        assertThat(rule.tags()).containsExactly("attack.t1003", "cve.2021-44228");
        assertThat(rule.file()).isEqualTo("a/r.yml");
    }

    @Test
    void tellsWhatTheRuleSaysOfItself() {
        RuleInfo about = about("""
                title: Title
                title_ja: 題名
                id: 0d9e8e4c-0000-4000-8000-000000000001
                status: test
                description: What it finds
                author: A. Author
                level: High
                falsepositives: [Backups, Scripts]
                tags:
                  - attack.T1059.001
                  - attack.t1003
                  - attack.t1003
                  - attack.credential_access
                  - attack.execution
                  - attack.defense-evasion
                  - attack.g0016
                  - cve.2021-44228
                regression_tests_path: kept/but/unused
                """);

        assertThat(about)
                .isEqualTo(new RuleInfo(
                        "0d9e8e4c-0000-4000-8000-000000000001",
                        "Title",
                        Optional.of("題名"),
                        Level.HIGH,
                        Optional.of("A. Author"),
                        List.of("T1059.001", "T1003"),
                        List.of("credential-access", "execution"),
                        Optional.of("What it finds"),
                        List.of("Backups", "Scripts")));
    }

    @Test
    void keepsWhatElseTheRuleSays() {
        RuleSet rules = RuleSet.compile(List.of(new RuleFile("r.yml", """
                title: Title
                name: a_name
                related: [{id: x, type: derived}, {id: y, type: similar}]
                license: MIT
                references: https://example.com/one
                date: 2019/01/31
                modified: 2026-01-02
                fields: [Image, User]
                scope: [server]
                regression_tests_path: path/info.yml
                simulation:
                  - type: atomic-red-team
                    technique: T1059
                """ + BODY)));

        assertThat(rules.rules().get(0).attributes())
                .isEqualTo(new Attributes(
                        Optional.of("a_name"),
                        List.of(new Attributes.Related("x", "derived"), new Attributes.Related("y", "similar")),
                        Optional.of("MIT"),
                        List.of("https://example.com/one"),
                        Optional.of("2019/01/31"),
                        Optional.of("2026-01-02"),
                        List.of("Image", "User"),
                        List.of("server"),
                        Map.of(
                                "regression_tests_path",
                                "path/info.yml",
                                "simulation",
                                "[{type: atomic-red-team, technique: T1059}]")));
    }

    @Test
    void namesTheFiltersThatApply() {
        RuleSet rules =
                RuleSet.compile(List.of(new RuleFile("r.yml", "title: T\nid: a\n" + BODY), new RuleFile("f.yml", """
                        title: N
                        id: n
                        logsource: {product: windows}
                        filter: {rules: [a], s: {F: y}, condition: not s}
                        """)));

        assertThat(rules.rules().get(0).filters()).containsExactly(new RuleFilter("n", "N", "f.yml"));
    }

    @Test
    void ruleWithoutLevelIsInformational() {
        assertThat(about("title: T\n").level()).isEqualTo(Level.INFORMATIONAL);
    }

    @Test
    void ruleWithoutIdGetsTheSameIdForTheSameContent() {
        String id = about("title: T\n").id();

        assertThat(about("# a comment\ntitle: 'T'\n").id()).isEqualTo(id);
        assertThat(about("title: U\n").id()).isNotEqualTo(id);
    }

    @Test
    void severalAuthorsMayBeAList() {
        assertThat(about("title: T\nauthor: [A, B]\n").author()).contains("A, B");
    }

    @Test
    void matchesComeInTheOrderOfIds() {
        String second = "title: T\nid: b\n" + BODY;
        String first = "title: T\nid: a\n" + BODY;
        RuleSet rules = RuleSet.compile(List.of(new RuleFile("2.yml", second), new RuleFile("1.yml", first)));

        assertThat(rules.matcher().match(Events.of("Any", "1", Fields.of("F", "x"))))
                .extracting(r -> r.about().id())
                .containsExactly("a", "b");
    }
}
