package io.ashiato.readers.jumplist;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.LittleEndian;
import io.ashiato.readers.Mutations;
import io.ashiato.readers.evtx.Json;
import io.ashiato.readers.evtx.Shared;
import io.ashiato.readers.lnk.LnkWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

class JumpListReaderTest {
    private static final String LINK_CLASS = "00021401-0000-0000-c000-000000000046";
    private static final String VOLUME = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
    private static final Instant MADE = Instant.parse("2021-05-04T03:02:01Z");
    private static final byte[] LINK =
            new LnkWriter().target("C:\\plan.docx").arguments("/c dir").bytes();
    private static final byte[] OTHER_LINK =
            new LnkWriter().target("D:\\給与.xlsx").bytes();

    @Test
    void automaticListTellsEntriesAndLinks() throws IOException {
        ArtefactReading reading = read(automatic());
        Facts entry = reading.facts().groups("entries").getFirst();

        assertThat(reading.kind()).isEqualTo(EvidenceKind.JUMP_LIST);
        assertThat(reading.damage()).isEmpty();
        assertThat(reading.facts().texts("machines")).containsExactly("desktop-q1");
        assertThat(entry.text("path")).contains("C:\\plan.docx");
        assertThat(entry.text("machine_id")).contains("desktop-q1");
        assertThat(entry.text("mac")).contains("00:00:5e:00:53:1a");
        assertThat(entry.time("last_access")).contains(MADE);
        assertThat(entry.number("access_count")).hasValue(7);
        assertThat(entry.flag("pinned")).isTrue();
        assertThat(entry.text("link")).contains("link-1");
        assertThat(reading.facts().texts("unlisted_links")).containsExactly("link-a");
        assertThat(reading.children()).extracting(ArtefactReading.Child::name).containsExactly("link-1", "link-a");
        assertThat(bytes(reading.children().getFirst())).isEqualTo(LINK);
    }

    @Test
    void customListIsCutIntoItsLinks() throws IOException {
        ArtefactReading reading = read(custom());

        assertThat(reading.damage()).isEmpty();
        assertThat(reading.children()).hasSize(3);
        assertThat(bytes(reading.children().get(0))).isEqualTo(LINK);
        assertThat(bytes(reading.children().get(1))).isEqualTo(OTHER_LINK);
        assertThat(bytes(reading.children().get(2))).isEqualTo(LINK);
        assertThat(reading.facts().groups("categories"))
                .extracting(category -> category.text("type").orElseThrow())
                .containsExactly("custom", "known", "tasks");
        assertThat(reading.facts().groups("categories").getFirst().text("name")).contains("最近");
    }

    /// An OLE2 file that is something else is left to others.
    @Test
    void otherCompoundFilesAreNoJumpLists() throws IOException {
        assertThat(read(compound(Map.of("WordDocument", new byte[100]))))
                .isEqualTo(new ArtefactReading(EvidenceKind.OLE2, Facts.NONE, List.of(), List.of()));
    }

    @Test
    void whatIsNoLinkEndsTheCategory() throws IOException {
        byte[] list = custom();
        list[24] = 9; // the class id of the first entry

        assertThat(read(list).damage()).extracting(Damage::field).contains("entry class");
    }

    @Test
    void mutationsNeverEscape() throws IOException {
        long seed = 7_654;
        List<byte[]> lists = List.of(automatic(), custom());
        for (int round = 0; round < 5_000; round++) {
            byte[] list = Mutations.of(lists.get(round % 2), seed + round);
            assertThat(read(list)).as("seed %s, round %s", seed, round).isNotNull();
        }
    }

    /// Every list of the shared corpus against libolecf, liblnk and a second reader of `DestList`.
    @Test
    void sharedListsReadAsInTheOracle() throws IOException {
        assumeThat(Shared.folder("corpora").isPresent() || "true".equals(System.getenv("CI")))
                .as("no shared folder beside the project")
                .isTrue();
        var corpus = Shared.folder("corpora").orElseThrow().resolve("shortcuts.zip");
        var links = new ArrayList<Integer>();
        try (var zip = new ZipFile(corpus.toFile())) {
            String oracle = new String(member(zip, "oracle/jumplists.jsonl"), StandardCharsets.UTF_8);
            for (Map<String, Object> row : Json.lines(oracle)) {
                String file = Objects.toString(row.get("file"));
                ArtefactReading reading = read(member(zip, "files/" + file));
                assertThat(reading.damage()).as(file).isEmpty();
                assertThat(reading.children())
                        .as(file)
                        .hasSize(row.get("entries") instanceof List<?> entries ? entries.size() : 0);
                assertThat(paths(reading.facts())).as(file).isEqualTo(oraclePaths(row));
                links.add(reading.children().size());
            }
        }

        assertThat(links).hasSize(23);
        assertThat(links.stream().mapToInt(Integer::intValue).sum()).isEqualTo(89);
    }

    private static List<String> paths(Facts facts) {
        return facts.groups("entries").stream()
                .map(entry -> entry.text("path").orElseThrow() + "|"
                        + entry.text("machine_id").orElseThrow() + "|"
                        + entry.text("droid_file").orElseThrow())
                .toList();
    }

    private static List<String> oraclePaths(Map<String, Object> row) {
        var entries = row.get("dest_entries") instanceof List<?> list ? list : List.of();
        return entries.stream()
                .map(entry -> (Map<?, ?>) entry)
                .map(entry -> entry.get("path") + "|" + entry.get("hostname") + "|" + entry.get("droid_file"))
                .toList();
    }

    private static byte[] automatic() throws IOException {
        String file = LnkWriter.objectId(MADE, "00:00:5e:00:53:1a");
        String path = "C:\\plan.docx";
        byte[] list = new LittleEndian()
                .u32(4)
                .u32(1)
                .u32(1)
                .u32(0)
                .u32(10)
                .zeros(12)
                .u64(0)
                .guid(VOLUME)
                .guid(file)
                .guid(VOLUME)
                .guid(file)
                .field("desktop-q1".getBytes(US_ASCII), 16)
                .u32(1)
                .zeros(8)
                .u64((MADE.getEpochSecond() + 11_644_473_600L) * 10_000_000)
                .u32(0)
                .u32(-1)
                .u32(7)
                .u64(0)
                .u16(path.length())
                .utf16(path)
                .u32(0)
                .toBytes();
        return compound(Map.of("DestList", list, "1", LINK, "a", OTHER_LINK));
    }

    private static byte[] compound(Map<String, byte[]> streams) throws IOException {
        try (var file = new POIFSFileSystem()) {
            for (var stream : streams.entrySet()) {
                file.createDocument(new ByteArrayInputStream(stream.getValue()), stream.getKey());
            }
            var out = new ByteArrayOutputStream();
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static byte[] custom() {
        byte[] footer = new LittleEndian().u32(0xBABF_FBABL).toBytes();
        return new LittleEndian()
                .u32(2)
                .u32(3)
                .u32(0)
                .u32(0)
                .u16(2)
                .utf16("最近")
                .u32(2)
                .guid(LINK_CLASS)
                .bytes(LINK)
                .guid(LINK_CLASS)
                .bytes(OTHER_LINK)
                .bytes(footer)
                .u32(1)
                .u32(1)
                .bytes(footer)
                .u32(2)
                .u32(1)
                .guid(LINK_CLASS)
                .bytes(LINK)
                .bytes(footer)
                .toBytes();
    }

    private static byte[] bytes(ArtefactReading.Child child) throws IOException {
        return child.content().first(10_000);
    }

    private static byte[] member(ZipFile zip, String name) throws IOException {
        try (var in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    private static ArtefactReading read(byte[] list) throws IOException {
        return JumpListReader.read(ByteSource.of(list));
    }
}
