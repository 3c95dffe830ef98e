package io.ashiato.readers.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.Digests;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.ArtefactReading.Role;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MailReaderTest {
    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final Charset ISO_2022_JP = Charset.forName("ISO-2022-JP");
    private static final Charset MS_ISO_2022_JP = Charset.forName("x-windows-50221");
    private static final Charset EUC_JP = Charset.forName("EUC-JP");

    private static ArtefactReading read(byte[] mail) throws IOException {
        return MailReader.read(ByteSource.of(mail));
    }

    private static Facts facts(byte[] mail) throws IOException {
        return read(mail).facts();
    }

    @Test
    void aLureTellsWhoSentWhatByWhichWay() throws IOException {
        ArtefactReading reading = read(MailWriter.lure());
        Facts facts = reading.facts();

        assertThat(reading.kind()).isEqualTo(EvidenceKind.MAIL);
        assertThat(reading.damage()).isEmpty();
        assertThat(facts.text("subject")).hasValue("給与改定");
        assertThat(facts.text("from")).hasValue("人事部 <hr@example.com>");
        assertThat(facts.text("from_address")).hasValue("hr@example.com");
        assertThat(facts.text("reply_to")).hasValue("desk@free.example.org");
        assertThat(facts.text("return_path")).hasValue("bounce@mailer.example.net");
        assertThat(facts.texts("to")).containsExactly("kei@example.jp", "Ito, Ken <ken@example.jp>");
        assertThat(facts.texts("mismatch")).containsExactly("reply_to", "return_path");
        assertThat(facts.time("date")).hasValue(Instant.parse("2019-05-06T23:42:00Z"));
        assertThat(facts.text("date_zone")).hasValue("+09:00");
        assertThat(facts.text("message_id")).hasValue("<1@out.example.net>");
        assertThat(facts.text("message_id_domain")).hasValue("out.example.net");
        assertThat(facts.text("mailer")).hasValue("Example Mail 1.0");
        assertThat(facts.text("spf")).hasValue("fail");
        assertThat(facts.text("dkim")).hasValue("none");
        assertThat(facts.text("dmarc")).hasValue("fail");
        assertThat(facts.text("authenticated_by")).hasValue("mail.example.jp");
        assertThat(facts.texts("passwords")).containsExactly("infected");
        assertThat(facts.text("text").orElseThrow()).startsWith("添付をご覧ください。");
    }

    @Test
    void stationsComeInTheOrderInWhichTheMailPassedThem() throws IOException {
        Facts facts = facts(MailWriter.lure());

        assertThat(facts.number("received")).hasValue(2);
        List<Facts> chain = facts.groups("received_chain");
        assertThat(chain)
                .extracting(one -> one.text("by").orElse(""))
                .containsExactly("mx.example.net", "mail.example.jp");
        Facts first = chain.getFirst();
        assertThat(first.text("from")).hasValue("[203.0.113.44]");
        assertThat(first.text("address")).hasValue("203.0.113.44");
        assertThat(first.text("with")).hasValue("ESMTPSA");
        assertThat(first.time("time")).hasValue(Instant.parse("2019-05-06T23:42:05Z"));
        assertThat(chain.get(1).text("address")).hasValue("192.0.2.25");
        assertThat(chain.get(1).text("zone")).hasValue("+09:00");
    }

    @Test
    void linksAreToldAsShownAndAsReal() throws IOException {
        Facts facts = facts(MailWriter.lure());

        assertThat(facts.texts("urls"))
                .containsExactly("https://drive.example.net/a?b=1", "https://evil.example.net/x?a=1&b=2");
        Facts anchor = facts.groups("links").get(1);
        assertThat(anchor.text("shown")).hasValue("https://bank.example.com/");
        assertThat(anchor.text("target")).hasValue("https://evil.example.net/x?a=1&b=2");
        assertThat(anchor.text("place")).hasValue("anchor");
        assertThat(anchor.flag("misleading")).isTrue();
        assertThat(facts.groups("links").getFirst().flag("misleading")).isFalse();
    }

    @Test
    void attachmentsAreChildrenWithTheirDigests() throws IOException {
        byte[] content = {'P', 'K', 3, 4, 0, 0};
        ArtefactReading reading = read(MailWriter.lure());

        assertThat(reading.children()).hasSize(1);
        ArtefactReading.Child child = reading.children().getFirst();
        assertThat(child.name()).isEqualTo("a.zip");
        assertThat(child.role()).isEqualTo(Role.ATTACHMENT);
        assertThat(child.content().first(100)).isEqualTo(content);
        assertThat(reading.facts().texts("attachments")).containsExactly(Digests.sha256(content));
        Facts file = reading.facts().groups("attachment_files").getFirst();
        assertThat(file.text("name")).hasValue("a.zip");
        assertThat(file.number("size")).hasValue(6);
        assertThat(file.text("sha256")).hasValue(Digests.sha256(content));
        assertThat(file.text("media_type")).hasValue("application/zip");
    }

    /// A subject as some program wrote it, as lines of a header behind `Subject: `.
    static Stream<Arguments> subjects() {
        String text = "【重要】①②㈱髙﨑";
        byte[] shifted = "給与改定のお知らせ".getBytes(ISO_2022_JP);
        byte[] utf8 = "給与改定".getBytes(UTF_8);
        byte[] cutShifted = Arrays.copyOf(shifted, 11); // within the run: escape and four characters
        byte[] cutRest = Arrays.copyOfRange(shifted, 11, shifted.length);
        return Stream.of(
                Arguments.of("Shift_JIS that is code page 932", text, MailWriter.word("Shift_JIS", text, CP932)),
                Arguments.of("x-sjis", text, MailWriter.word("x-sjis", text, CP932)),
                Arguments.of("NEC characters", "①②㈱", MailWriter.word("ISO-2022-JP", "①②㈱", MS_ISO_2022_JP)),
                Arguments.of("half-width kana", "ﾊﾝｶｸ", MailWriter.word("iso-2022-jp", "ﾊﾝｶｸ", MS_ISO_2022_JP)),
                Arguments.of("EUC-JP", "給与", MailWriter.word("EUC-JP", "給与", EUC_JP)),
                Arguments.of("quoted", "給与 a", MailWriter.quotedWord("utf-8", "給与 a", UTF_8)),
                Arguments.of(
                        "cut within shifted characters",
                        "給与改定のお知らせ",
                        MailWriter.word("ISO-2022-JP", cutShifted) + "\r\n " + MailWriter.word("ISO-2022-JP", cutRest)),
                Arguments.of(
                        "cut within a character",
                        "給与改定",
                        MailWriter.word("UTF-8", Arrays.copyOf(utf8, 4)) + "\r\n "
                                + MailWriter.word("UTF-8", Arrays.copyOfRange(utf8, 4, utf8.length))),
                Arguments.of(
                        "two encodings",
                        "給与定",
                        MailWriter.word("UTF-8", "給与", UTF_8) + " " + MailWriter.word("EUC-JP", "定", EUC_JP)),
                Arguments.of("words in text", "Re: 給与 (2)", "Re: " + MailWriter.word("UTF-8", "給与", UTF_8) + " (2)"),
                Arguments.of("a language", "a", "=?utf-8*en?Q?a?="),
                Arguments.of("no word at all", "=?utf-8?X?abc?= =?", "=?utf-8?X?abc?= =?"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("subjects")
    void encodedWordsAreReadAsTheyWereMeant(String form, String expected, String written) throws IOException {
        byte[] mail =
                new MailWriter().line("Subject: " + written).line("").line("x").bytes();

        assertThat(facts(mail).text("subject")).as(form).hasValue(expected);
    }

    @ParameterizedTest
    @CsvSource({"windows-31j", "UTF-8", "EUC-JP", "ISO-2022-JP"})
    void rawBytesInHeadersAreRecognised(String charset) throws IOException {
        byte[] mail = new MailWriter()
                .rawField("Subject", "給与改定のお知らせ", Charset.forName(charset))
                .line("")
                .bytes();

        assertThat(facts(mail).text("subject")).hasValue("給与改定のお知らせ");
    }

    @Test
    void westernBytesDoNotBecomeKanji() throws IOException {
        byte[] mail = new MailWriter()
                .rawField("Subject", "Réservé à Zoé", Charset.forName("windows-1252"))
                .line("")
                .bytes();

        assertThat(facts(mail).text("subject")).hasValue("Réservé à Zoé");
    }

    static Stream<Arguments> fileNames() {
        String name = "給与_2019.xlsx";
        return Stream.of(
                Arguments.of("RFC 2231", name, "filename*=utf-8''%E7%B5%A6%E4%B8%8E_2019.xlsx"),
                Arguments.of(
                        "continued, out of order, cut within a code",
                        name,
                        "filename*1*=%B5%A6%E4%B8%8;\r\n filename*0*=utf-8'ja'%E7;\r\n filename*2*=E_2019;\r\n filename*3=\".xlsx\""),
                Arguments.of("ISO-2022-JP in RFC 2231", "給与", "filename*=iso-2022-jp''%1B$B5kM?%1B%28B"),
                Arguments.of(
                        "an encoded word in quotes",
                        name,
                        "filename=\"" + MailWriter.word("UTF-8", name, UTF_8) + "\""),
                Arguments.of("an escaped quote", "a\"b.txt", "filename=\"a\\\"b.txt\""),
                Arguments.of("blanks without quotes", "a b.txt", "filename=a b.txt; size=3"),
                Arguments.of("a path", "../../evil.txt", "filename=\"../../evil.txt\""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fileNames")
    void namesOfFilesAreDecoded(String form, String expected, String parameter) throws IOException {
        byte[] mail = new MailWriter()
                .multipart()
                .attachment("application/octet-stream", "attachment; " + parameter, new byte[] {1})
                .end();

        assertThat(facts(mail).texts("attachment_names")).as(form).containsExactly(expected);
    }

    @Test
    void aRawShiftJisNameKeepsItsBackslashBytes() throws IOException {
        byte[] mail = new MailWriter()
                .multipart()
                .line("--" + MailWriter.BOUNDARY)
                .rawField("Content-Disposition", "attachment; filename=\"表予ソ.txt\"", CP932) // each ends in 0x5C
                .line("")
                .line("x")
                .end();

        assertThat(facts(mail).texts("attachment_names")).containsExactly("表予ソ.txt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 May 19 08:42 JST | 2019-05-06T23:42:00Z | +09:00",
                "Mon, 6 May 2019 23:42:05 GMT | 2019-05-06T23:42:05Z | Z",
                "Tue,  7 May 2019 08.42.00 -0330 | 2019-05-07T12:12:00Z | -03:30",
                "Tue, 07-May-2019 08:42:00 EST | 2019-05-07T13:42:00Z | -05:00"
            })
    void datesComeInManyForms(String written, Instant expected, String zone) throws IOException {
        Facts facts = facts(new MailWriter().line("Date: " + written).line("").bytes());

        assertThat(facts.time("date")).hasValue(expected);
        assertThat(facts.text("date_zone")).hasValue(zone);
        assertThat(facts.text("date_as_sent")).hasValue(written);
    }

    @ParameterizedTest
    @CsvSource({"'32 May 2019 08:42 +0900'", "'7 May 2019 08:42'", "'7 May 2019 08:42 XYZ'", "yesterday"})
    void aDateThatIsNoPointInTimeIsKeptAsText(String written) throws IOException {
        Facts facts = facts(new MailWriter().line("Date: " + written).line("").bytes());

        assertThat(facts.time("date")).isEmpty();
        assertThat(facts.text("date_as_sent")).hasValue(written);
    }

    @Test
    void filesBetweenLinesOfTextAreAttachmentsToo() throws IOException {
        byte[] mail = new MailWriter()
                .line("Subject: x")
                .line("")
                .line("begin 644 note.txt")
                .line("#8V%T")
                .line("`")
                .line("end")
                .bytes();

        ArtefactReading reading = read(mail);

        assertThat(reading.children()).hasSize(1);
        assertThat(reading.children().getFirst().name()).isEqualTo("note.txt");
        assertThat(reading.children().getFirst().content().first(9)).isEqualTo("cat".getBytes(UTF_8));
    }

    @Test
    void twoFilesOfOneNameAndOneOfNoneStayApart() throws IOException {
        byte[] mail = new MailWriter()
                .multipart()
                .attachment("text/plain", "attachment; filename=a.txt", new byte[] {1})
                .attachment("text/plain", "attachment; filename=a.txt", new byte[] {2})
                .attachment("image/png", "inline", new byte[] {3})
                .part("Content-Type: message/rfc822")
                .line("Subject: inner")
                .line("")
                .line("text")
                .end();

        assertThat(read(mail).children())
                .extracting(ArtefactReading.Child::name)
                .containsExactly("a.txt", "a.txt_1", "part-3.png", "part-4.eml");
    }

    @Test
    void aMailboxHasItsMessagesAsChildren() throws IOException {
        byte[] box = new MailWriter()
                .line("From a@example.org Tue May  7 08:42:11 2019")
                .line("Subject: one")
                .line("")
                .line("From here on it is prose.")
                .line("")
                .line("From b@example.org Tue May  7 08:43:11 2019")
                .line("Subject: two")
                .line("")
                .bytes();

        ArtefactReading reading = read(box);

        assertThat(reading.kind()).isEqualTo(EvidenceKind.MBOX);
        assertThat(reading.facts().number("messages")).hasValue(2);
        assertThat(reading.children())
                .extracting(ArtefactReading.Child::name)
                .containsExactly("message-1.eml", "message-2.eml");
        ByteSource second = reading.children().get(1).content();
        assertThat(MailReader.read(second).facts().text("subject")).hasValue("two");
    }

    @Test
    void aMailFromAMailboxIsAMail() throws IOException {
        byte[] mail = new MailWriter()
                .line("From a@example.org Tue May  7 08:42:11 2019")
                .line("Subject: one")
                .line("")
                .bytes();

        assertThat(read(mail).kind()).isEqualTo(EvidenceKind.MAIL);
        assertThat(facts(mail).text("subject")).hasValue("one");
    }

    @Test
    void multipartsInMultipartsEndAtTheLimit() throws IOException {
        var mail = new MailWriter().line("Subject: onion");
        for (int i = 0; i < 200; i++) {
            mail.line("Content-Type: multipart/mixed; boundary=b" + i).line("").line("--b" + i);
        }

        ArtefactReading reading = read(mail.bytes());

        assertThat(reading.facts().text("subject")).hasValue("onion");
        assertThat(reading.damage()).containsExactly(new Damage.OverLimit("multiparts in multiparts", 0, Limits.DEPTH));
    }

    @Test
    void partsEndAtTheLimit() throws IOException {
        var mail = new MailWriter().line("Subject: many").multipart();
        for (int i = 0; i < Limits.PARTS + 10; i++) {
            mail.part("Content-Type: application/x-empty");
        }

        ArtefactReading reading = read(mail.end());

        assertThat(reading.damage()).containsExactly(new Damage.OverLimit("parts", 0, Limits.PARTS));
    }

    @Test
    void textIsBounded() throws IOException {
        byte[] mail = new MailWriter()
                .line("Subject: long")
                .line("")
                .line("x".repeat(30_000))
                .bytes();

        assertThat(facts(mail).text("text").orElseThrow()).hasSize(Limits.TEXT_CHARS);
    }
}
