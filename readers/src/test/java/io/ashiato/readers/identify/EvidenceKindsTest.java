package io.ashiato.readers.identify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.model.EvidenceKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.FieldSource;

class EvidenceKindsTest {
    static final List<ArgumentSet> HEADS = List.of(
            argumentSet("nothing", bytes(""), EvidenceKind.EMPTY),
            argumentSet("EVTX", bytes("ElfFile\0\0\0"), EvidenceKind.EVTX),
            argumentSet("EVT", hex("300000004C664C6501000000"), EvidenceKind.EVT),
            argumentSet("registry hive", bytes("regf\1\0\0\0"), EvidenceKind.REGISTRY_HIVE),
            argumentSet("prefetch", hex("1E00000053434341"), EvidenceKind.PREFETCH),
            argumentSet("compressed prefetch", hex("4D414D0400010000"), EvidenceKind.PREFETCH),
            argumentSet("$MFT", bytes("FILE0\0\3\0"), EvidenceKind.MFT),
            argumentSet("shortcut", hex("4C0000000114020000000000C000000000000046FF"), EvidenceKind.SHORTCUT),
            argumentSet(
                    "shortcut of another class", hex("4C0000000114020000000000C000000000000047"), EvidenceKind.UNKNOWN),
            argumentSet("PE", executable(0x80, "PE\0\0"), EvidenceKind.PE),
            argumentSet("DOS program", executable(0, ""), EvidenceKind.PE),
            argumentSet(
                    "text that begins with MZ",
                    bytes("MZ is the mark of Mark Zbikowski.\n".repeat(9)),
                    EvidenceKind.TEXT),
            argumentSet("ELF", hex("7F454C460201"), EvidenceKind.ELF),
            argumentSet("winmail.dat", hex("789F3E220100"), EvidenceKind.TNEF),
            argumentSet("OLE2", hex("D0CF11E0A1B11AE100"), EvidenceKind.OLE2),
            argumentSet("ZIP", zip("a.txt", "b/c.txt"), EvidenceKind.ZIP),
            argumentSet("ZIP without members", zip(), EvidenceKind.ZIP),
            argumentSet("Word", zip("[Content_Types].xml", "_rels/.rels", "word/document.xml"), EvidenceKind.OOXML),
            argumentSet("Excel, list last", zip("xl/workbook.xml", "[Content_Types].xml"), EvidenceKind.OOXML),
            argumentSet("ZIP with a folder word", zip("word/list.txt"), EvidenceKind.ZIP),
            argumentSet("gzip", hex("1F8B0800000000"), EvidenceKind.GZIP),
            argumentSet("bzip2", hex("425A6839314159265359"), EvidenceKind.BZIP2),
            argumentSet("text that begins with BZh", bytes("BZh9 is bzip2"), EvidenceKind.TEXT),
            argumentSet("xz", hex("FD377A585A000004"), EvidenceKind.XZ),
            argumentSet("7z", hex("377ABCAF271C0004"), EvidenceKind.SEVEN_ZIP),
            argumentSet("RAR 4", hex("526172211A0700"), EvidenceKind.RAR),
            argumentSet("RAR 5", hex("526172211A070100"), EvidenceKind.RAR),
            argumentSet("zstd", hex("28B52FFD24"), EvidenceKind.ZSTD),
            argumentSet("tar", tar("ustar"), EvidenceKind.TAR),
            argumentSet("tar before POSIX", tar(""), EvidenceKind.TAR),
            argumentSet("PDF", bytes("%PDF-1.7\n%\u00e2\u00e3"), EvidenceKind.PDF),
            argumentSet("PDF behind junk", bytes("\0junk\n%PDF-1.7\n"), EvidenceKind.PDF),
            argumentSet("RTF", bytes("{\\rtf1\\ansi"), EvidenceKind.RTF),
            argumentSet("RTF as attackers write it", bytes("{\\rt\\object"), EvidenceKind.RTF),
            argumentSet("SQLite", bytes("SQLite format 3\0\20\0"), EvidenceKind.SQLITE),
            argumentSet("XML", bytes("<?xml version=\"1.0\"?><a/>"), EvidenceKind.XML),
            argumentSet("XML in UTF-16", "\uFEFF<Events><Event/></Events>".getBytes(UTF_16LE), EvidenceKind.XML),
            argumentSet("XML in UTF-16, big-endian", "\uFEFF<?xml ?>".getBytes(UTF_16BE), EvidenceKind.XML),
            argumentSet("HTML", bytes("<html><body>"), EvidenceKind.HTML),
            argumentSet("HTML behind a comment", bytes("<!-- x -->\n<!DOCTYPE html>"), EvidenceKind.HTML),
            argumentSet("HTML of a script only", bytes("<script>var a=1;</script>"), EvidenceKind.HTML),
            argumentSet("JSON object", bytes("{\"Event\": 1}"), EvidenceKind.JSON),
            argumentSet("JSON array", bytes(" [\n {"), EvidenceKind.JSON),
            argumentSet("JSON with a mark", "\uFEFF{\"a\":1}".getBytes(UTF_8), EvidenceKind.JSON),
            argumentSet("text in brackets", bytes("[Unit]\nName=x"), EvidenceKind.TEXT),
            argumentSet(
                    "mail",
                    bytes("Received: from a\r\n\tby b\r\nFrom: x\r\nSubject: y\r\n\r\nbody"),
                    EvidenceKind.MAIL),
            argumentSet("mailbox", bytes("From a@b Mon\nFrom: x\nTo: y\nDate: z\n\nbody"), EvidenceKind.MBOX),
            argumentSet("zone identifier", bytes("[ZoneTransfer]\r\nZoneId=3\r\n"), EvidenceKind.ZONE_IDENTIFIER),
            argumentSet(
                    "zone identifier in UTF-16",
                    "\uFEFF[ZoneTransfer]\nZoneId=3".getBytes(UTF_16LE),
                    EvidenceKind.ZONE_IDENTIFIER),
            argumentSet("PowerShell", bytes("$a = 'x'\nInvoke-Expression $a\n"), EvidenceKind.SCRIPT),
            argumentSet("VBScript", bytes("On Error Resume Next\nDim a\n"), EvidenceKind.SCRIPT),
            argumentSet("JScript", bytes("var a = new ActiveXObject('x');\n"), EvidenceKind.SCRIPT),
            argumentSet("batch", bytes("@echo off\r\ncd %~dp0\r\n"), EvidenceKind.SCRIPT),
            argumentSet(
                    "log that quotes a script",
                    bytes("2021-01-02 03:04:05 cmd.exe /c powershell -enc AAAA\n"),
                    EvidenceKind.TEXT),
            argumentSet("prose that names commands", bytes("Run Get-Process, then echo.\n"), EvidenceKind.TEXT),
            argumentSet(
                    "jump list",
                    hex("0200000001000000000000000200000001000000"
                            + "0114020000000000C0000000000000464C0000000114020000000000C000000000000046"),
                    EvidenceKind.JUMP_LIST),
            argumentSet(
                    "jump list without links",
                    hex("0200000001000000000000000100000002000000ABFBBFBA"),
                    EvidenceKind.JUMP_LIST),
            argumentSet("numbers like a jump list", hex("02000000010000000000000002000000"), EvidenceKind.UNKNOWN),
            argumentSet("OneNote", hex("E4525C7B8CD8A74DAEB15378D02996D300"), EvidenceKind.ONENOTE),
            argumentSet("TNEF", hex("789F3E220000"), EvidenceKind.TNEF),
            argumentSet("OpenDocument", openDocument(), EvidenceKind.ODF),
            argumentSet(
                    "mailbox without fields", bytes("From a@b Mon Jun 01 10:00:00 2009\n\nbody"), EvidenceKind.MBOX),
            argumentSet(
                    "mail of one part", bytes("MIME-Version: 1.0\nContent-Type: text/plain\n\nx"), EvidenceKind.MAIL),
            argumentSet(
                    "mail of several", bytes("Content-Type: multipart/mixed; boundary=x\n\n--x"), EvidenceKind.MAIL),
            argumentSet("Macintosh mail", bytes("From: a@example.org\rSubject: x\r\rbody"), EvidenceKind.MAIL),
            argumentSet("prose that begins with From", bytes("From here on\nit is prose.\n"), EvidenceKind.TEXT),
            argumentSet("a memo", bytes("Subject: lunch\nDate: today\n\nSoup.\n"), EvidenceKind.TEXT),
            argumentSet("text like a mail", bytes("From: x\nTo: y\n\nSubject: z\n"), EvidenceKind.TEXT),
            argumentSet("Japanese text", "足跡を辿る\n".getBytes(UTF_8), EvidenceKind.TEXT),
            argumentSet("bytes", hex("0001020304050607"), EvidenceKind.UNKNOWN));

    @ParameterizedTest
    @FieldSource("HEADS")
    void kindIsToldByContent(byte[] head, EvidenceKind expected) {
        assertThat(EvidenceKinds.identify(head, head.length)).isEqualTo(expected);
    }

    /// What lies behind `length` is not part of the file.
    @Test
    void onlyTheGivenLengthCounts() {
        byte[] head = bytes("ElfFile\0");

        assertThat(EvidenceKinds.identify(head, 0)).isEqualTo(EvidenceKind.EMPTY);
        assertThat(EvidenceKinds.identify(head, 7)).isEqualTo(EvidenceKind.TEXT);
    }

    @Test
    void cutAndDamagedHeadsAreHarmless() {
        long seed = 20_250_304;
        var random = new Random(seed);
        for (ArgumentSet set : HEADS) {
            byte[] head = (byte[]) Objects.requireNonNull(set.get()[0]);
            for (int length = 0; length <= Math.min(head.length, 700); length++) {
                byte[] cut = Arrays.copyOf(head, length);
                if (length > 0) {
                    cut[random.nextInt(length)] = (byte) random.nextInt();
                }
                assertThat(EvidenceKinds.identify(cut, length))
                        .as("seed %s, %s", seed, set)
                        .isNotNull();
            }
        }
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(ISO_8859_1);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] executable(int pointer, String target) {
        byte[] head = new byte[256];
        System.arraycopy(bytes("MZ\u0090\0\3\0\0\0\4\0"), 0, head, 0, 10);
        head[0x3C] = (byte) pointer;
        System.arraycopy(bytes(target), 0, head, pointer, target.length());
        head[0] = 'M';
        head[1] = 'Z';
        return head;
    }

    private static byte[] zip(String... names) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(bytes("content"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] openDocument() {
        String type = "application/vnd.oasis.opendocument.text";
        return bytes("PK\3\4\24\0\0\0\0\0" + "\0".repeat(8) + (char) type.length() + "\0\0\0" + (char) type.length()
                + "\0\0\0\10\0\0\0mimetype" + type);
    }

    private static byte[] tar(String magic) {
        byte[] header = new byte[1024];
        System.arraycopy(bytes("folder/file.txt"), 0, header, 0, 15);
        System.arraycopy(bytes(magic), 0, header, 257, magic.length());
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += header[i];
        }
        System.arraycopy(bytes("0" + Integer.toOctalString(sum) + "\0"), 0, header, 148, 6);
        return header;
    }
}
