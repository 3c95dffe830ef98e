package io.ashiato.readers.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.model.Facts;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksAndPasswordsTest {
    private static Facts mail(String type, String text) throws IOException {
        byte[] mail = new MailWriter()
                .line("Content-Type: " + type + "; charset=utf-8")
                .line("")
                .text(text, UTF_8)
                .bytes();
        return MailReader.read(ByteSource.of(mail)).facts();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see https://a.example/x. Then | https://a.example/x",
                "(see https://a.example/x) | https://a.example/x",
                "https://a.example/x_(y)! | https://a.example/x_(y)",
                "https://a.example/xをご覧ください | https://a.example/x",
                "<https://a.example/x> | https://a.example/x",
                "HTTP://A.example:8080/?q=1&r=[2] | HTTP://A.example:8080/?q=1&r=[2]",
                "visit www.a.example now | www.a.example",
                "ftp://a.example/x, or not | ftp://a.example/x"
            })
    void addressesInTextEndWhereMailProgramsEndThem(String text, String expected) throws IOException {
        assertThat(mail("text/plain", text).texts("urls")).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing here", "https://", "xhttps://a", "a@www.example.org", "file.www.example"})
    void otherTextIsNoAddress(String text) throws IOException {
        assertThat(mail("text/plain", text).texts("urls")).isEmpty();
    }

    @Test
    void anAddressInAnglesGoesOnInTheNextLine() throws IOException {
        assertThat(mail("text/plain", "go <https://a.example/long\r\n/rest> and <https://b.example/>\r\nx>")
                        .texts("urls"))
                .containsExactly("https://a.example/long/rest", "https://b.example/");
    }

    @Test
    void htmlIsReadForEverythingThatLeadsAway() throws IOException {
        Facts facts = mail("text/html", """
                <html><head><base href="https://base.example/dir/page"><style>a{background:url(https://css.example)}</style>
                <meta http-equiv=refresh content="3; url=https://refresh.example/"></head><body>
                <!-- <a href="https://comment.example/">x</a> --><script>"<a href='https://script.example/'>"</script>
                <a href=https://bare.example/x>bare</a><A HREF='https://single.example/?a=1&amp;b=&#50;'>si<b>ng</b>le</A>
                <a href=" https://tab\t.example/\r\n">tab</a><a href="/root">r</a><a href="rel">l</a><a href="#top">t</a>
                <form action="https://form.example/login"><img src="https://img.example/p.gif"><iframe src="//frame.example/f">
                <area href="https://area.example/"><a href="javascript:go()">js</a> https://text.example/ </body></html>
                """);

        assertThat(facts.groups("links"))
                .extracting(link -> link.text("place").orElse("") + " "
                        + link.text("target").orElse("") + " "
                        + link.text("shown").orElse(""))
                .containsExactly(
                        "refresh https://refresh.example/ ",
                        "anchor https://bare.example/x bare",
                        "anchor https://single.example/?a=1&b=2 single",
                        "anchor https://tab.example/ tab",
                        "anchor https://base.example/root r",
                        "anchor https://base.example/dir/rel l",
                        "form https://form.example/login ",
                        "image https://img.example/p.gif ",
                        "frame https://frame.example/f ",
                        "anchor https://area.example/ ",
                        "anchor javascript:go() js",
                        "text https://text.example/ ");
        assertThat(facts.texts("urls"))
                .doesNotContain("https://base.example/root")
                .hasSize(8);
        assertThat(facts.text("text").orElseThrow()).doesNotContain("script", "background");
    }

    @ParameterizedTest
    @CsvSource({
        "https://bank.example/login, https://evil.example/, true",
        "www.bank.example, https://evil.example/, true",
        "https://www.bank.example/a, https://bank.example/b, false",
        "Log in, https://evil.example/, false",
        "https://bank.example:443/, https://user@bank.example/, false"
    })
    void aLinkMisleadsWhenItShowsAnotherHost(String shown, String target, boolean misleading) throws IOException {
        Facts facts = mail("text/html", "<a href=\"" + target + "\">" + shown + "</a>");

        assertThat(facts.groups("links").getFirst().flag("misleading")).isEqualTo(misleading);
    }

    @Test
    void aTagThatIsCutOffEndsItsAddress() throws IOException {
        assertThat(mail("text/html", "<a href=\"https://a.example/x</body></html>")
                        .texts("urls"))
                .containsExactly("https://a.example/x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "password: infected | infected",
                "Password is \"infected\". | infected",
                "The password for the zip file is Qw3rty!. | Qw3rty",
                "pass = 20190507 | 20190507",
                "パスワード：abc123 | abc123",
                "パスワードは「ひらけごま」です | ひらけごま",
                "解凍パスワードはinfectedです。 | infected",
                "【パスワード】 a1B2c3 | a1B2c3",
                "ﾊﾟｽﾜｰﾄﾞ: xyz987 | xyz987",
                "パスワード：ａｂｃ１２３ | abc123"
            })
    void passwordsAreFoundBehindTheWord(String text, String expected) throws IOException {
        assertThat(mail("text/plain", text).texts("passwords")).first().isEqualTo(expected);
    }

    @Test
    void aPasswordMayStandOnTheNextLine() throws IOException {
        assertThat(mail("text/plain", "Password:\r\n\r\n  s3cret").texts("passwords"))
                .containsExactly("s3cret");
        assertThat(mail("text/plain", "パスワードは以下です。\r\nパスワード：\r\n　s3cret").texts("passwords"))
                .containsExactly("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your password is required to log in",
                "Your password is about to expire.",
                "the password is quite long and hard",
                "reset your password here",
                "Password: https://reset.example/",
                "パスワードは別途お送りします。",
                "パスワードは8文字以上にしてください",
                "Please pass the salt"
            })
    void proseAboutPasswordsNamesNone(String text) throws IOException {
        assertThat(mail("text/plain", text).texts("passwords")).isEqualTo(List.of());
    }
}
