package io.ashiato.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Digests;
import io.ashiato.intake.Archives.File;
import io.ashiato.intake.Intakes.Outcome;
import io.ashiato.readers.ArtefactReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsideTest {
    @TempDir
    Path base;

    @TempDir
    Path scratch;

    private Path mail = Path.of("");

    @BeforeEach
    void writeMail() throws IOException {
        mail = Files.writeString(base.resolve("lure.eml"), "mail");
    }

    private static ArtefactReading.Child child(String name, byte[] content) {
        return new ArtefactReading.Child(name, ArtefactReading.Role.ATTACHMENT, ByteSource.of(content));
    }

    private static ArtefactReading.Child child(String name, String content) {
        return child(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /// @param children by the end of the path of the item that they lie in
    private Outcome walk(IntakeLimits limits, Map<String, List<ArtefactReading.Child>> children) throws IOException {
        return Intakes.walk(new Intake(Intakes::kind, limits, scratch, List.of()), List.of(mail.toString()), item -> {
            String name = Labels.lastPart(item.path());
            return new Inside(children.getOrDefault(name, List.of()), List.of());
        });
    }

    @Test
    void childrenFollowTheirItemAndArchivesAmongThemAreOpened() throws IOException {
        byte[] zip = Archives.zip(File.of("invoice.lnk", "shortcut"));

        Outcome outcome = walk(
                IntakeLimits.DEFAULT,
                Map.of(
                        "lure.eml", List.of(child("a.zip", zip), child("b.txt", "text")),
                        "invoice.lnk", List.of(child("command", "powershell"))));

        String lnk = mail + "!/a.zip!/invoice.lnk";
        assertThat(outcome.paths())
                .containsExactly("" + mail, mail + "!/a.zip", lnk, lnk + "!/command", mail + "!/b.txt");
        assertThat(outcome.at(lnk + "!/command").item().parent()).isEqualTo(Optional.of(lnk));
        assertThat(outcome.at(mail + "!/b.txt").item().parent()).isEqualTo(Optional.of("" + mail));
        assertThat(outcome.at(mail + "!/b.txt").item().sha256())
                .isEqualTo(Digests.sha256("text".getBytes(StandardCharsets.UTF_8)));
        assertThat(outcome.at(mail + "!/a.zip").item().handling()).isEqualTo(IntakeItem.Handling.ARCHIVE);
        assertThat(outcome.diagnostics()).isEmpty();
        assertThat(outcome.summary().items()).isEqualTo(5);
    }

    @Test
    void namesAreLabelsMadeVisibleAndDifferent() throws IOException {
        Outcome outcome = walk(
                IntakeLimits.DEFAULT,
                Map.of("lure.eml", List.of(child("x", "1"), child("x", "2"), child("../\u202Egnp.exe", "3"))));

        assertThat(outcome.paths())
                .containsExactly("" + mail, mail + "!/x", mail + "!/x#2", mail + "!/../\\u202Egnp.exe");
        assertThat(outcome.codes()).containsExactly("ARCHIVE_PATH_ESCAPES " + mail + "!/../\\u202Egnp.exe");
    }

    @Test
    void childrenOfChildrenEndAtTheDepthLimit() throws IOException {
        var onion = Map.of(
                "lure.eml", List.of(child("1", "1")), "1", List.of(child("2", "2")), "2", List.of(child("3", "3")));

        Outcome outcome = walk(Limits.with("archiveDepth", 2), onion);

        assertThat(outcome.paths()).containsExactly("" + mail, mail + "!/1", mail + "!/1!/2");
        assertThat(outcome.codes()).containsExactly("TOO_DEEP " + mail + "!/1!/2");
    }

    @Test
    void childrenCountAsItemsAndAsUnpackedBytes() throws IOException {
        var many = Map.of("lure.eml", List.of(child("1", "1"), child("2", "2"), child("3", "3")));

        assertThat(walk(Limits.with("items", 3), many).paths()).containsExactly("" + mail, mail + "!/1", mail + "!/2");
        Outcome cut = walk(Limits.with("unpackedBytes", 2), many);
        assertThat(cut.codes()).containsExactly("ARCHIVE_BOMB " + mail + "!/3");
        assertThat(cut.at(mail + "!/3").item().handling()).isEqualTo(IntakeItem.Handling.NOT_READ);
        assertThat(cut.summary().unpackedBytes()).isEqualTo(2);
    }
}
