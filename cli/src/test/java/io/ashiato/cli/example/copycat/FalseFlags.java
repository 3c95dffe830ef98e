package io.ashiato.cli.example.copycat;

import static io.ashiato.cli.example.copycat.Shop.at;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.ashiato.bytes.ByteSource;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.pe.PeReader;
import io.ashiato.readers.pe.PeWriter;
import java.io.IOException;
import java.io.UncheckedIOException;

/// What the intruder plants: a lure with the code page and language of Korea, and a program that wears the
/// Rich header of another one.
final class FalseFlags {
    static final String DOCUMENT_NAME = "Quotation 2020-02.doc";
    static final String PROGRAM_NAME = "winhelper.exe";

    /// The code page of Korean Windows, and Windows' identifier of the language.
    static final int CODE_PAGE = 949;

    private static final int KOREAN = 0x0412;

    static final String TEMPLATE_ADDRESS = "http://198.51.100.140/t/quote.dotm";
    static final String DOWNLOAD_HOST = "share.parcelbox.example";

    private FalseFlags() {}

    /// An RTF document under the name of a Word document. It loads a template from an address when it is
    /// opened.
    static byte[] document() {
        String text = """
                {\\rtf1\\ansi\\ansicpg%d\\deff0\\deflang%d
                {\\fonttbl{\\f0\\fnil\\fcharset129 Batang;}}
                {\\*\\generator Msftedit 5.41.21.2510;}
                {\\info{\\author user}{\\operator user}{\\creatim\\yr2020\\mo2\\dy17\\hr22\\min41}}
                {\\*\\template %s}
                \\viewkind4\\uc1\\pard\\f0\\fs22 Quotation, see the attached list.\\par
                (An invented lure, made for an example of Ashiato; the address in it leads nowhere.)\\par
                }
                """.formatted(CODE_PAGE, KOREAN, TEMPLATE_ADDRESS);
        return text.replace("\n", "\r\n").getBytes(US_ASCII);
    }

    /// The stream `Zone.Identifier` of the document.
    static byte[] markOfTheWeb() {
        return ("[ZoneTransfer]\r\nZoneId=3\r\nHostUrl=https://" + DOWNLOAD_HOST + "/g/51/Quotation%202020-02.doc\r\n")
                .getBytes(US_ASCII);
    }

    /// A program of x64 made with MinGW, as its own texts and imports say, under a Rich header of Visual C++
    /// 6.0.
    static byte[] program() {
        return richHeader(PeWriter.x64())
                .richForged()
                .linker(2, 34)
                .timestamp(at("02-17 13:20:00").getEpochSecond())
                .code(new byte[] {0x31, (byte) 0xC0, (byte) 0xC3})
                .section(".rodata", """
                        GCC: (x86_64-win32-seh-rev0, Built by MinGW-W64 project) 8.1.0\0\
                        Mingw-w64 runtime failure:\0\
                        harmless example: this program is invented and does nothing\0""".getBytes(US_ASCII))
                .imports("KERNEL32.dll", "ExitProcess", "GetTickCount", "Sleep", "VirtualProtect")
                .imports("msvcrt.dll", "__getmainargs", "exit", "printf")
                .version("CompanyName", "user", KOREAN)
                .version("FileDescription", "Windows Helper", KOREAN)
                .write();
    }

    /// Hash of the Rich header of a program that an invented report tells of. That one was really made so: 32
    /// bits, linker 6.0, the checksum right. Nothing else of it is used.
    static String publishedRichHash() {
        return reading(knownProgram()).facts().text("rich_hash").orElseThrow();
    }

    static ArtefactReading reading(byte[] program) {
        try {
            return PeReader.read(ByteSource.of(program));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be read", e);
        }
    }

    private static byte[] knownProgram() {
        return richHeader(PeWriter.x86())
                .linker(6, 0)
                .imports("KERNEL32.dll", "CreateFileA", "ReadFile", "CloseHandle")
                .imports("MSVCRT.dll", "_exit", "malloc", "free")
                .write();
    }

    private static PeWriter richHeader(PeWriter program) {
        return program.rich(0x01, 0, 11)
                .rich(0x0A, 8_168, 14)
                .rich(0x0B, 8_168, 3)
                .rich(0x0E, 7_299, 2)
                .rich(0x04, 8_168, 6)
                .rich(0x06, 1_720, 1);
    }
}
