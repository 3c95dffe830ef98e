package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.publish.language.Language;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is said of hunts and rules: sentences end as such in both languages, and say what they were given.
class RuleSentencesTest {
    private static final List<NamedCount> NAMED = List.of(new NamedCount("Security", 1_234));
    private static final List<NamedCount> OTHERS = List.of(new NamedCount("a", 5), new NamedCount("b", 6));

    @Test
    void endInEnglish() {
        assertThat(sentences(Words.in(Language.ENGLISH)))
                .allSatisfy(text -> assertThat(text).matches("(?s).*[^ ]\\.").doesNotContain("..", "null", "  "));
    }

    @Test
    void endInJapanese() {
        assertThat(sentences(Words.in(Language.JAPANESE)))
                .allSatisfy(text -> assertThat(text).endsWith("。").doesNotContain("。。", "null", "  "));
    }

    private static List<String> sentences(Words words) {
        HuntWords hunt = words.hunt();
        RuleWords rules = words.rules();
        ExplainWords explain = words.explain();
        return Stream.of(
                        hunt.channels(NAMED, List.of()),
                        hunt.channels(NAMED, OTHERS),
                        hunt.silent(NAMED, List.of()),
                        hunt.silent(NAMED, OTHERS),
                        hunt.rulesLoaded(2, 0, 0),
                        hunt.rulesLoaded(2, 1, 1),
                        hunt.outsideWindow(1),
                        hunt.more(),
                        rules.fitsNoRule("--include", "'x'"),
                        rules.nothingLeft(3),
                        rules.listed(1, 2),
                        rules.noExamples(),
                        rules.tested(1, 2, 3),
                        rules.covered(1, 2, 3),
                        rules.unknownTechniques(List.of("T9998", "T9999")),
                        rules.placeholdersUnreadable("'p'", "why"),
                        rules.mappingUnreadable("'p'", "why"),
                        rules.outputExists("'p'"),
                        rules.cannotWrite("'p'", "why"),
                        explain.noSuchRule("'x'"),
                        explain.noRuleRuns("'p'"),
                        explain.noEvents("'p'"),
                        explain.badEvent("'p'", "why"),
                        explain.tooLarge("'p'", "64.0 MiB"),
                        explain.moreEvents(100),
                        explain.recordNeedsLog("'p'"),
                        explain.logNeedsRecord("'p'"),
                        explain.noSuchRecord("'p'", 7))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void sayWhatTheyWereGiven(Language language) {
        Words words = Words.in(language);

        assertThat(words.hunt().channels(NAMED, OTHERS)).contains("Security 1,234", "2", "11");
        assertThat(words.hunt().silent(NAMED, OTHERS)).contains("1,245", "Security 1,234", "2", "11");
        assertThat(words.hunt().rulesLoaded(1_000, 20, 3)).contains("1,000", "20", "3", "ashiato rules lint");
        assertThat(words.rules().cannotWrite("'p'", "why")).contains("'p'", "why");
        assertThat(words.explain().noSuchRecord("'p'", 7)).contains("'p'", "7");
        assertThat(Arrays.stream(PredicateText.Question.values())
                        .map(question -> words.explain().question(question, "Field", "'value'")))
                .allMatch(text -> text.startsWith("Field"))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(ExampleResult.Kind.values())
                        .map(kind -> words.rules().failure(kind, "detail")))
                .doesNotHaveDuplicates();
        assertThat(DisplayWidth.of(words.rules().passed()))
                .isEqualTo(DisplayWidth.of(words.rules().failed()));
    }
}
