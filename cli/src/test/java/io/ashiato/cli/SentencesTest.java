package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.intel.attribution.Ranking;
import io.ashiato.publish.language.Language;
import io.ashiato.samples.Likeness;
import io.ashiato.samples.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is said as a sentence ends as one, in both languages, and says what it was given.
class SentencesTest {
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

    @Test
    void sayWhatTheyWereGiven() {
        for (Language language : Language.values()) {
            Words words = Words.in(language);
            assertThat(words.judgement().badCase("'p'", "why")).contains("'p'", "why");
            assertThat(words.recovery().recovered(1_234, 56, 7)).contains("1,297", "1,234", "56", "7");
            assertThat(words.judgement().noLinks(7)).contains("7");
            assertThat(words.samples().likeness("a", "b", likeness(Verdict.NEARLY_IDENTICAL)))
                    .contains("a", "b", "212", "230", "40", "0.93");
            assertThat(words.samples().samplesAdded("f.json", 3, 1)).contains("f.json", "3", "1");
        }
    }

    private static List<String> sentences(Words words) {
        JudgementWords judged = words.judgement();
        SampleWords samples = words.samples();
        DumpWords dump = words.dump();
        Stream<String> dumped = Stream.of(
                words.noFileToDump("'p'"),
                dump.inputCut("'p'", "1.0 GiB"),
                dump.wrongChecksums("'p'", 1),
                dump.wrongChecksums("'p'", 2),
                dump.noRecords("'p'"),
                dump.nothingSelected(),
                dump.noLogIn(List.of("'a'", "'b'")),
                dump.otherItems(1),
                dump.otherItems(2),
                dump.badRecords("x"),
                dump.reversedRecords("2-1", "1-2"),
                dump.badTime("--from", "x"),
                dump.reversedTimes("2026-02-02", "2026-02-01"),
                dump.alone("--stats", "--from"));
        Stream<String> fixed = Stream.of(
                words.recovery().recovered(1, 2, 3),
                words.recovery().exhausted("'p'"),
                judged.noCase("'p'"),
                judged.badCase("'p'", "why"),
                judged.badQuestion("'p'", "why"),
                judged.badRelations("'p'", "why"),
                judged.relationsAlone("'p'"),
                judged.twoCases(),
                judged.sameCase("'p'"),
                judged.noLinks(2),
                judged.more(3),
                judged.noRelations("c"),
                judged.behavesLike("Red Fox"),
                samples.noProgram("'p'", "text"),
                samples.programTooLarge("'p'", "64 MB"),
                samples.noCode("'p'"),
                samples.noPrograms("'p'"),
                samples.tooManyFiles("'p'", 5),
                samples.twoPrograms(),
                samples.pairsNeedFolder(),
                samples.noKnownSamples(),
                samples.badFeatures("Kagerou", "abab"),
                samples.resemblesNone("p", 3),
                samples.needsText("--family"),
                samples.featuresTooLarge("'p'"),
                samples.samplesAdded("'p'", 1, 0));
        Stream<String> reasons = Arrays.stream(Ranking.Reason.values()).map(judged::unattributed);
        Stream<String> verdicts =
                Arrays.stream(Verdict.values()).map(verdict -> samples.likeness("a", "b", likeness(verdict)));
        return Stream.of(fixed, dumped, reasons, verdicts).flatMap(all -> all).toList();
    }

    private static Likeness likeness(Verdict verdict) {
        return new Likeness(0.93, 0.9, 0.9, 0.9, 0.9, 230, 225, 212, 40, 12, 3, verdict);
    }
}
