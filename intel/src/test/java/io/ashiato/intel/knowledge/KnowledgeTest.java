package io.ashiato.intel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Strength;
import io.ashiato.model.Trait;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

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
        return KNOWLEDGE.matches(Trait.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), value);
    }

    @Test
    void knowsOnlyWhatHadBeenPublished() {
        Knowledge early = KNOWLEDGE.before(LocalDate.of(2020, 6, 30));

        assertThat(early.reports())
                .extracting(Report::key)
                .contains("strangereal-2020-04", "jpcert-2019-07", "clearsky-2020-06", "threatbook-2020")
                .doesNotContain("fsecure-2020-08", "clearsky-2021-05", "ntt-2020-10");
        assertThat(early.matches(Trait.Kind.FILE_NAME, "Password.txt.lnk"))
                .extracting(match -> match.report().key())
                .containsExactly("jpcert-2019-07");
        assertThat(early.matches(Trait.Kind.MACHINE_ID, "desktop-mn3id9")).hasSize(1);
        assertThat(early.reportsOn("campaign:cryptocore"))
                .extracting(Report::heldActors)
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "andariel       | G0138, misp:245c8dde-ed42-4c49-b48b-634e3e21bdd7, misp:26a2854b-51e4-5fc9-8c30-2880d1483ed1,"
                        + " misp:68391641-859f-4a9a-9a1e-3e5cf71ec376",
                "Sapphire Sleet | G0082, misp:3a32c54d-d86a-55de-b16a-d9a08a5cf49b,"
                        + " misp:68391641-859f-4a9a-9a1e-3e5cf71ec376, misp:d8e1762a-0063-48c2-9ea1-8d176d14b70f",
                "APPLEJEUS      | G1049, S0584",
                "ｋｉｍｓｕｋｙ | G0094, misp:44be06b1-e17a-5ea6-a0a2-067933a7af77, misp:bcaaad6f-0597-4b89-b69b-84a6be2b7bc3",
                "g0032          | G0032, misp:68391641-859f-4a9a-9a1e-3e5cf71ec376",
                "ラザルス       | G0032",
                "dangerouspassword | campaign:cryptocore, campaign:cryptomimic, campaign:dangerous-password",
                "no such name   | ''",
                "!              | ''",
            })
    void givesEveryEntryThatANameMayMean(String name, String ids) {
        List<String> expected = ids.isEmpty() ? List.of() : List.of(ids.split(", ", -1));
        assertThat(KNOWLEDGE.named(name)).extracting(Named::id).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "misp:68391641-859f-4a9a-9a1e-3e5cf71ec376 | Andariel       | true", // also Silent Chollima's
                "misp:68391641-859f-4a9a-9a1e-3e5cf71ec376 | APT38          | true", // ATT&CK keeps both apart
                "misp:68391641-859f-4a9a-9a1e-3e5cf71ec376 | Diamond Sleet  | false",
                "G0032                                     | NICKEL ACADEMY | false",
                "G0032                                     | APT38          | true",
                "campaign:cryptocore                       | Eastern Europe | true", // replaced a year later
                "campaign:cryptocore                       | Lazarus Group  | false",
            })
    void marksClaimsThatSomebodyContradicts(String subject, String name, boolean disputed) {
        assertThat(KNOWLEDGE.aliasesOf(subject))
                .filteredOn(claim -> claim.name().equals(name))
                .isNotEmpty()
                .allSatisfy(claim -> assertThat(claim.disputed()).isEqualTo(disputed));
    }

    /// The case from life: in June 2020 the lures lead to a campaign and to nobody, a year later to Lazarus
    /// Group.
    @Test
    void linksTheLureToItsCampaignBeforeAnyoneIsNamed() {
        Knowledge then = KNOWLEDGE.before(LocalDate.of(2020, 6, 30));
        Knowledge later = KNOWLEDGE.before(LocalDate.of(2021, 6, 30));

        Report lure =
                then.matches(Trait.Kind.MACHINE_ID, "desktop-mn3id9").getFirst().report();
        assertThat(lure.campaigns()).containsExactly("campaign:dangerous-password");
        assertThat(then.campaignsLinkedTo("campaign:dangerous-password"))
                .extracting(CampaignLink::campaign)
                .containsExactly("campaign:cryptocore", "campaign:leery-turtle");
        assertThat(attributed(then)).isEmpty();

        assertThat(later.campaignsLinkedTo("campaign:dangerous-password"))
                .extracting(CampaignLink::campaign)
                .contains("campaign:cryptocore", "campaign:cryptomimic", "campaign:fsecure-2020-08");
        assertThat(attributed(later)).contains("G0032");
    }

    /// Whom reports on the campaigns around the lure hold to be behind them.
    private static List<String> attributed(Knowledge knowledge) {
        return Stream.concat(
                        Stream.of("campaign:dangerous-password"),
                        knowledge.campaignsLinkedTo("campaign:dangerous-password").stream()
                                .map(CampaignLink::campaign))
                .flatMap(campaign -> knowledge.reportsOn(campaign).stream())
                .flatMap(report -> report.heldActors().stream())
                .distinct()
                .toList();
    }

    @Test
    void givesTheModelCaseItsCountriesAndFirstDate() {
        Report model = KNOWLEDGE.report("fsecure-2020-08").orElseThrow();

        assertThat(model.heldActors()).containsExactly("G0032");
        assertThat(model.activity().firstSeen())
                .hasValueSatisfying(seen -> assertThat(seen.value()).isEqualTo("2018-01"));
        assertThat(model.activity().victimCountries())
                .extracting(Cited::value)
                .containsExactly("US", "CN", "GB", "CA", "DE", "RU", "KR", "AR", "SG", "HK", "NL", "EE", "JP", "PH");
        assertThat(model.activity().victimCountries())
                .allSatisfy(country ->
                        assertThat(KNOWLEDGE.sources(country.citations())).isNotEmpty());
    }

    @Test
    void findsListedAddressesButNotTheirSharedSuffix() {
        assertThat(KNOWLEDGE.indicator("docs.azureword.com")).isNotEmpty();
        assertThat(KNOWLEDGE.indicator("deeper.docs.azureword.com")).isNotEmpty();
        assertThat(KNOWLEDGE.indicator("atom.publicvm.com")).isNotEmpty();
        assertThat(KNOWLEDGE.indicator("other.publicvm.com")).isEmpty();
        assertThat(KNOWLEDGE.indicator("docs.azureword.com"))
                .anySatisfy(listed -> assertThat(listed.reports()).contains("kaspersky-2022-01"));
    }

    @Test
    void holdsWhatItIsSaidToHold() {
        assertThat(KNOWLEDGE.counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "actors", 1392,
                        "aliases", 2624,
                        "software", 784,
                        "campaigns", 59,
                        "uses", 17266,
                        "sources", 2039,
                        "reports", 72,
                        "traits", 39,
                        "indicators", 7517,
                        "samples", 0));
    }

    @Test
    void writesRelationsAsTheBenchmarkHasThem() {
        var relations = JsonMapper.shared().readTree(KNOWLEDGE.relations());

        assertThat(relations.path("actors").size()).isEqualTo(172);
        assertThat(relations.path("relations").size()).isEqualTo(16370);
        assertThat(relations.path("actors").path("G0032").path("country").asString())
                .isEqualTo("KP");
        for (var row : relations.path("relations")) {
            for (var citation : row.path(3)) {
                assertThat(relations.path("citations").has(citation.path(0).asString()))
                        .isTrue();
            }
        }
    }
}
