package io.ashiato.intel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Strength;
import io.ashiato.model.Trait;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnowledgeTest {
    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "machine_id      | DESKTOP-MN3ID9                        | strangereal-2020-04 | B",
                "domain          | cloudfiles[.]club                     | strangereal-2020-04 | B",
                "domain          | a.b.cloudfiles.club.                  | strangereal-2020-04 | B",
                "domain          | www.bankofamerica.us.org              | kaspersky-2022-12   | B",
                "url             | hxxp://files.example:8080/edit?id=7   | strangereal-2020-04 | B",
                "url             | http://1.2.3.4/?topic=v7&session=1&isbn=2 | strangereal-2020-04 | A",
                "protocol_words  | isbn=9&session=4&topic=s3             | strangereal-2020-04 | A",
                "script_text     | If InStr(p,\"npprot\") or InStr(p,\"kwsprot\") or qhsafe, hudongf | strangereal-2020-04 | B",
                "file_name       | C:\\Users\\a\\PASSWORD.TXT.LNK        | jpcert-2019-07      | B",
                "program_string  | perflog.dat                           | fsecure-2020-08     | B",
                "document_title  | BlockVerify Group Job Description     | fsecure-2020-08     | C",
                "pdb_path        | G:\\Valefor\\Valefor_Single\\Release\\VSingle.pdb | jpcert-2021-jtrack | B",
            })
    void findsTheReportsThatPublishedATrait(String kind, String value, String report, Strength strength) {
        assertThat(matches(kind, value)).anySatisfy(match -> {
            assertThat(match.report().key()).isEqualTo(report);
            assertThat(match.strength()).isEqualTo(strength);
            assertThat(match.citations()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "domain         | us.org",
                "domain         | example.us.org",
                "domain         | notcloudfiles.club",
                "domain         | club",
                "url            | http://files.example:8080/view?id=7",
                "protocol_words | topic and session",
                "file_name      | MyPassword.txt.lnk",
                "file_name      | ''",
            })
    void matchesNothingThatOnlyLooksAlike(String kind, String value) {
        assertThat(matches(kind, value)).isEmpty();
    }

    private static List<PublishedTrait> matches(String kind, String value) {
        return KNOWLEDGE.matches(Trait.Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)), value);
    }

    @Test
    void knowsOnlyWhatHadBeenPublished() {
        Knowledge early = KNOWLEDGE.before(LocalDate.of(2020, 6, 30));

        assertThat(early.reports()).extracting(Report::key)
                .contains("strangereal-2020-04", "jpcert-2019-07", "clearsky-2020-06", "threatbook-2020")
                .doesNotContain("fsecure-2020-08", "clearsky-2021-05", "ntt-2020-10");
        assertThat(early.matches(Trait.Kind.FILE_NAME, "Password.txt.lnk"))
                .extracting(match -> match.report().key())
                .containsExactly("jpcert-2019-07");
        assertThat(early.matches(Trait.Kind.MACHINE_ID, "desktop-mn3id9")).hasSize(1);
        assertThat(early.reportsOn("campaign:cryptocore")).extracting(Report::heldActors)
                .containsExactly(List.of());
    }

    @Test
    void countsReportsThatRepeatEachOtherAsOneWitness() {
        assertThat(KNOWLEDGE.witnesses(
                        List.of("clearsky-2021-05", "fsecure-2020-08", "fsecure-2020-09-catching1"), "actor"))
                .hasSize(1);
        assertThat(KNOWLEDGE.witnesses(List.of("clearsky-2021-05", "fsecure-2020-08"), "campaign"))
                .hasSize(2);
    }
}
