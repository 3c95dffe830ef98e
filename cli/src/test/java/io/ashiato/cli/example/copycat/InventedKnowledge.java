package io.ashiato.cli.example.copycat;

import io.ashiato.cli.example.InventedReport;
import io.ashiato.intel.knowledge.KnowledgeFile;
import io.ashiato.model.Trait;
import java.util.List;
import java.util.Map;

/// The example's knowledge: what tempts to name somebody. One report that nobody wrote, published long before
/// the intrusion, with two features that anybody can copy.
final class InventedKnowledge {
    private InventedKnowledge() {}

    /// `knowledge.json`.
    static byte[] file() {
        return new KnowledgeFile(
                        "copycat (invented)",
                        true,
                        Map.of(
                                "en",
                                "Invented for the example copycat. This report does not exist. Never use it on a real"
                                        + " case.",
                                "ja",
                                "例copycatのための架空の知識です。この報告書は実在しません。実際の事案には使用しないでください。"),
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(report().build()),
                        List.of())
                .write();
    }

    private static InventedReport report() {
        return new InventedReport(
                        "example-observatory-2018-03",
                        "Example Threat Observatory",
                        "A wiper and its Rich header (invented)",
                        "2018-03-08")
                .holds("Lazarus Group", "G0032", "high")
                .countries("KR")
                .trait(Trait.Kind.RICH_HEADER, FalseFlags.publishedRichHash())
                .trait(Trait.Kind.CODE_PAGE, Integer.toString(FalseFlags.CODE_PAGE));
    }
}
