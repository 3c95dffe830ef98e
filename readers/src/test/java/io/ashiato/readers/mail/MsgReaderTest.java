package io.ashiato.readers.mail;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Digests;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

class MsgReaderTest {
    private static ArtefactReading read(byte[] message) throws IOException {
        return MsgReader.read(ByteSource.of(message));
    }

    @Test
    void aMessageTellsWhatAMailTells() throws IOException {
        byte[] message = MsgWriter.message()
                .text(MsgWriter.SUBJECT, "給与改定")
                .text(MsgWriter.MESSAGE_ID, "<1@out.example.net>")
                .text(MsgWriter.BODY, "パスワード：infected")
                .binary(MsgWriter.HTML, "<a href='https://evil.example/'>https://bank.example/</a>".getBytes(UTF_8))
                .text(MsgWriter.TRANSPORT_HEADERS, """
                        Received: from a (a [192.0.2.1]) by b with SMTP;
                        \tTue, 7 May 2019 08:42:11 +0900
                        From: HR <hr@example.com>
                        Reply-To: x@free.example.org
                        Date: Tue, 7 May 2019 08:42:00 +0900

                        """)
                .attachment("表.zip", "application/zip", new byte[] {'P', 'K', 3, 4})
                .bytes();

        ArtefactReading reading = read(message);
        Facts facts = reading.facts();

        assertThat(MsgReader.isMail(ByteSource.of(message))).isTrue();
        assertThat(reading.kind()).isEqualTo(EvidenceKind.MSG);
        assertThat(reading.damage()).isEmpty();
        assertThat(facts.text("subject")).hasValue("給与改定");
        assertThat(facts.text("message_id")).hasValue("<1@out.example.net>");
        assertThat(facts.text("from")).hasValue("HR <hr@example.com>");
        assertThat(facts.texts("mismatch")).containsExactly("reply_to");
        assertThat(facts.number("received")).hasValue(1);
        assertThat(facts.groups("received_chain").getFirst().text("address")).hasValue("192.0.2.1");
        assertThat(facts.text("date_zone")).hasValue("+09:00");
        assertThat(facts.texts("passwords")).containsExactly("infected");
        assertThat(facts.texts("urls")).containsExactly("https://evil.example/");
        assertThat(facts.texts("attachment_names")).containsExactly("表.zip");
        assertThat(facts.texts("attachments")).containsExactly(Digests.sha256(new byte[] {'P', 'K', 3, 4}));
        assertThat(reading.children().getFirst().content().size()).isEqualTo(4);
    }

    @Test
    void aMessageThatWasNeverSentHasItsSenderInProperties() throws IOException {
        byte[] message = MsgWriter.message()
                .narrow(MsgWriter.SUBJECT, "draft", Charset.forName("windows-1252"))
                .text(MsgWriter.SENDER_NAME, "Ito, Ken")
                .text(MsgWriter.SENDER_ADDRESS, "ken@example.jp")
                .bytes();

        assertThat(read(message).facts().text("from")).hasValue("Ito, Ken <ken@example.jp>");
        assertThat(read(message).facts().text("subject")).hasValue("draft");
        assertThat(read(message).facts().number("received")).hasValue(0);
    }

    @Test
    void anAttachedMessageIsAMessageAgain() throws IOException {
        MsgWriter outer = MsgWriter.message().text(MsgWriter.SUBJECT, "outer");
        outer.attachedMessage()
                .text(MsgWriter.SUBJECT, "inner")
                .text(MsgWriter.BODY, "text of it")
                .attachment("a.lnk", "application/octet-stream", new byte[] {0x4C, 0, 0, 0});

        ArtefactReading reading = read(outer.bytes());

        assertThat(reading.children()).extracting(ArtefactReading.Child::name).containsExactly("inner.msg");
        ByteSource inner = reading.children().getFirst().content();
        assertThat(MsgReader.isMail(inner)).isTrue();
        ArtefactReading second = MsgReader.read(inner);
        assertThat(second.damage()).isEmpty();
        assertThat(second.facts().text("subject")).hasValue("inner");
        assertThat(second.facts().text("text")).hasValue("text of it");
        assertThat(second.children().getFirst().name()).isEqualTo("a.lnk");
    }

    @Test
    void partsOfASignedMessageAreItsAttachments() throws IOException {
        byte[] signed = new MailWriter()
                .multipart()
                .part("Content-Type: text/plain")
                .line("see https://a.example/")
                .attachment(
                        "application/pkcs7-signature; name=smime.p7s", "attachment; filename=smime.p7s", new byte[] {1})
                .end();
        byte[] message =
                MsgWriter.message().attachment("", "multipart/signed", signed).bytes();

        assertThat(read(message).facts().texts("attachment_names")).containsExactly("smime.p7s");
        assertThat(read(message).facts().texts("urls")).containsExactly("https://a.example/");
    }

    /// A directory entry has 128 bytes and its stream's size at 120 (MS-CFB 2.6.1).
    @Test
    void aStreamThatClaimsMoreThanTheFileHoldsTakesNoMemory() throws IOException {
        byte[] bytes = MsgWriter.message()
                .text(MsgWriter.SUBJECT, "x")
                .attachment("a.zip", "application/zip", new byte[5_000])
                .bytes();
        byte[] name = "__substg1.0_37010102".getBytes(UTF_16LE);
        int entry = 0;
        while (!Arrays.equals(bytes, entry, entry + name.length, name, 0, name.length)) {
            entry += 128;
        }
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(entry + 120, 0x7FFF_FFF0);

        ArtefactReading reading = MsgReader.read(ByteSource.of(bytes));

        assertThat(reading.damage()).isNotEmpty();
        assertThat(reading.children()).isEmpty();
    }

    @Test
    void anotherOle2FileIsNoMail() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var file = new POIFSFileSystem()) {
            file.createDocument(new ByteArrayInputStream(new byte[10]), "WordDocument");
            file.writeFilesystem(bytes);
        }

        assertThat(MsgReader.isMail(ByteSource.of(bytes.toByteArray()))).isFalse();
        assertThat(MsgReader.isMail(ByteSource.of(new byte[100]))).isFalse();
    }

    @Test
    void htmlPackedIntoRtfIsUnpacked() {
        RtfBody body = RtfBody.parse("{\\rtf1\\ansi\\ansicpg932\\fromhtml1 {\\fonttbl{\\f0 Arial;}}"
                + "{\\*\\htmltag84 <a href=\"https://a.example/\">}\\htmlrtf {\\field x\\htmlrtf0 \\'8b\\'8b\\u26360?"
                + "\\htmlrtf }\\htmlrtf0 {\\*\\htmltag92 </a>}}");

        assertThat(body.html()).isTrue();
        assertThat(body.text()).isEqualTo("<a href=\"https://a.example/\">給書</a>");
    }

    @Test
    void plainRtfGivesItsText() {
        RtfBody body = RtfBody.parse("{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\*\\generator X;}one\\par two \\{3\\}\\tab 4}");

        assertThat(body.html()).isFalse();
        assertThat(body.text()).isEqualTo("one\ntwo {3}\t4");
    }

    @Test
    void winmailDatGivesItsAttachments() throws IOException {
        byte[] tnef = new TnefWriter()
                .subject("order")
                .attachment("a.exe", new byte[] {'M', 'Z'})
                .bytes();

        ArtefactReading reading = TnefReader.read(ByteSource.of(tnef));

        assertThat(reading.kind()).isEqualTo(EvidenceKind.TNEF);
        assertThat(reading.damage()).isEmpty();
        assertThat(reading.facts().text("subject")).hasValue("order");
        assertThat(reading.facts().texts("attachments")).containsExactly(Digests.sha256(new byte[] {'M', 'Z'}));
        assertThat(reading.children().getFirst().name()).isEqualTo("a.exe");
    }
}
