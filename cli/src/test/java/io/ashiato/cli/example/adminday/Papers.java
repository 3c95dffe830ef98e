package io.ashiato.cli.example.adminday;

import static io.ashiato.cli.example.adminday.Estate.at;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.ashiato.cli.example.StoredZip;
import io.ashiato.readers.OoxmlWriter;
import io.ashiato.readers.lnk.LnkWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Ordinary files from the administrator's profile: a document, shortcuts of the folder Recent, a script.
final class Papers {
    static final String SCRIPT_PATH = "C:\\Users\\k.hayashi\\Documents\\Clean-Temp.ps1";

    /// The text in Base64 says: Files older than 30 days are listed, not deleted.
    static final String SCRIPT = """
            # Lists what may be deleted from C:\\Temp. Ticket OPS-2291.
            $notice = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String(
                'RmlsZXMgb2xkZXIgdGhhbiAzMCBkYXlzIGFyZSBsaXN0ZWQsIG5vdCBkZWxldGVkLg=='))
            Write-Host $notice
            Get-ChildItem C:\\Temp -Recurse |
                Where-Object LastWriteTime -lt (Get-Date).AddDays(-30) |
                Remove-Item -WhatIf
            """;

    private static final String DOCUMENT = "Change request 2019-11.docx";
    private static final String MAC = "00:00:5e:00:53:2a"; // reserved for documentation (RFC 7042)
    private static final String VOLUME = "81f0b6c3-2d4e-4f0a-b1c7-55d0e9a3c612";

    private static final List<String> RECENT = List.of(
            "Change request 2019-11.docx",
            "Firewall rules.xlsx",
            "Inventory 2019-Q3.xlsx",
            "Minutes-2019-11.docx",
            "Network plan.vsdx",
            "On-call 2019-11.xlsx",
            "Patch list November.txt",
            "Printer contract.pdf",
            "Server room keys.xlsx",
            "Vendor offer backup.pdf");

    private Papers() {}

    /// By their names below the profile.
    static SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("Documents/" + DOCUMENT, document());
        files.put("Documents/Clean-Temp.ps1", SCRIPT.replace("\n", "\r\n").getBytes(UTF_8));
        for (int i = 0; i < RECENT.size(); i++) {
            files.put("Recent/" + RECENT.get(i) + ".lnk", shortcut(RECENT.get(i), i));
        }
        return files;
    }

    /// By their paths on the host.
    static Map<String, byte[]> onWorkstation() {
        return Map.of("C:\\Users\\k.hayashi\\Documents\\" + DOCUMENT, document());
    }

    private static byte[] document() {
        return StoredZip.repacked(new OoxmlWriter()
                .title("Change request")
                .author("k.hayashi")
                .lastSavedBy("k.hayashi")
                .created(at("11-11 02:10:00"))
                .modified(at("11-12 00:55:00"))
                .extended("Company", "Midori")
                .extended("Words", "118")
                .rsids("00B10C42")
                .language("ja-JP")
                .paragraph("Backup agent 4.2 is to be installed on FILE-04 on 12 November, after the inventory.")
                .bytes());
    }

    private static byte[] shortcut(String name, int number) {
        String target = "C:\\Users\\k.hayashi\\Documents\\" + name;
        Instant made = at("10-02 01:00:00").plusSeconds(number * 271_003L);
        return new LnkWriter()
                .target(target)
                .times(made, made.plusSeconds(86_400), made.plusSeconds(4_000))
                .fileSize(14_000L + number * 2_311L)
                .volume(3, 0x7A4410D2L, "", target)
                .relativePath("..\\..\\..\\..\\..\\Documents\\" + name)
                .workingDir("C:\\Users\\k.hayashi\\Documents")
                .tracker("ops-ws03", VOLUME, made, MAC)
                .bytes();
    }
}
