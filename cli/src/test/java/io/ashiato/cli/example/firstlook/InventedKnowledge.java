package io.ashiato.cli.example.firstlook;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Digests;
import io.ashiato.cli.example.InventedReport;
import io.ashiato.cli.example.Programs;
import io.ashiato.intel.knowledge.Campaign;
import io.ashiato.intel.knowledge.KnowledgeFile;
import io.ashiato.intel.knowledge.KnownSample;
import io.ashiato.intel.knowledge.Software;
import io.ashiato.intel.knowledge.Use;
import io.ashiato.model.PublishedSource;
import io.ashiato.model.Trait;
import io.ashiato.readers.pe.PeReader;
import io.ashiato.samples.SampleFeatures;
import io.ashiato.samples.SampleStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The example's knowledge: three reports that nobody wrote, on a campaign that was never run.
///
/// The first came before the intrusion, so that what it publishes could have been copied; the two others came
/// after it. They are of two publishers, so that they are two witnesses.
final class InventedKnowledge {
    private static final String ACTOR = "G0032";
    private static final String ACTOR_NAME = "Lazarus Group";
    private static final String CAMPAIGN = "invented:paper-lantern";
    private static final String CAMPAIGN_NAME = "Paper Lantern (invented)";
    private static final String MALWARE = "invented:kagerou";
    private static final String MALWARE_NAME = "Kagerou";

    private InventedKnowledge() {}

    /// `knowledge.json`.
    static byte[] file() {
        InventedReport lures = lures();
        InventedReport campaign = campaign();
        InventedReport malware = malware();
        String key = campaign.source().key();
        List<String> both = List.of(key, malware.source().key());
        return new KnowledgeFile(
                        "first-look (invented)",
                        true,
                        Map.of(
                                "en",
                                "Invented for the example first-look. None of these reports exists, and Kagerou is a"
                                        + " harmless program of ours. Never use it on a real case.",
                                "ja",
                                "例first-lookのための架空の知識です。ここにある報告書はいずれも実在せず、Kagerouは本プロジェクトが作成した"
                                        + "無害なプログラムです。実際の事案には使用しないでください。"),
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of(new Software(
                                MALWARE, MALWARE_NAME, Software.Kind.MALWARE, List.of(), List.of("Windows"), key)),
                        List.of(new Campaign(
                                CAMPAIGN,
                                CAMPAIGN_NAME,
                                Optional.of("2018-01"),
                                Optional.empty(),
                                List.of(new Campaign.Attribution(ACTOR, both)),
                                key)),
                        List.of(new Use(ACTOR, MALWARE, both), new Use(CAMPAIGN, MALWARE, List.of(key))),
                        List.of(lures.build(), campaign.build(), malware.build()),
                        List.of(knownSample(campaign.source())))
                .write();
    }

    /// Before the intrusion, and without a name for the actor.
    private static InventedReport lures() {
        return new InventedReport(
                        "invented-lab-2019-06",
                        "Invented Research Lab",
                        "Job offers that bring a shortcut (invented)",
                        "2019-06-11")
                .campaign(CAMPAIGN, "2018-01")
                .countries("DE", "JP", "NL", "SG")
                .sector("cryptocurrency")
                .trait(Trait.Kind.DOCUMENT_PROFILE, profile())
                .trait(Trait.Kind.DOCUMENT_AUTHOR, Lure.AUTHOR);
    }

    /// After the intrusion: shortcuts, addresses and the program.
    private static InventedReport campaign() {
        return new InventedReport(
                        "invented-lab-2020-08",
                        "Invented Research Lab",
                        "Paper Lantern: two years of job offers (invented)",
                        "2020-08-20")
                .holds(ACTOR_NAME, ACTOR, "moderate")
                .campaign(CAMPAIGN, "2018-01")
                .countries("DE", "EE", "JP", "KR", "NL", "SG", "US")
                .sector("cryptocurrency")
                .software(MALWARE_NAME)
                .trait(Trait.Kind.MACHINE_ID, Lure.MACHINE_ID)
                .trait(Trait.Kind.MAC_ADDRESS, Lure.MAC)
                .trait(Trait.Kind.VOLUME_SERIAL, String.format(Locale.ROOT, "%08x", Lure.VOLUME_SERIAL))
                .trait(Trait.Kind.DOMAIN, Lure.DOWNLOAD_HOST)
                .trait(Trait.Kind.DOMAIN, Tools.SCRIPT_SERVER.name())
                .trait(Trait.Kind.CODE_FAMILY, MALWARE_NAME);
    }

    /// By another publisher, from other cases.
    private static InventedReport malware() {
        return new InventedReport(
                        "example-observatory-2020-11",
                        "Example Threat Observatory",
                        "Kagerou, a backdoor of Lazarus Group (invented)",
                        "2020-11-05")
                .holds(ACTOR_NAME, ACTOR, "high")
                .software(MALWARE_NAME)
                .trait(Trait.Kind.IP_ADDRESS, Tools.SCRIPT_SERVER.ip())
                .trait(Trait.Kind.CODE_FAMILY, MALWARE_NAME);
    }

    /// Author, last author, company, template and number of words, as they are compared.
    private static String profile() {
        return String.join(
                " | ", Lure.AUTHOR, Lure.LAST_SAVED_BY, Lure.COMPANY, Lure.TEMPLATE, Integer.toString(Lure.WORDS));
    }

    /// Fingerprints of the older program; its bytes are not part of the example.
    private static KnownSample knownSample(PublishedSource source) {
        byte[] program = Programs.kagerouKnown();
        String sha256 = Digests.sha256(program);
        try (var bytes = new ByteArrayOutputStream()) {
            SampleFeatures features =
                    SampleFeatures.of(PeReader.image(ByteSource.of(program)).orElseThrow());
            SampleStore.write(
                    List.of(new SampleStore.Entry(MALWARE_NAME, source.key(), true, sha256, features)), bytes);
            return KnownSample.of(MALWARE_NAME, source, sha256, bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be read or written", e);
        }
    }
}
