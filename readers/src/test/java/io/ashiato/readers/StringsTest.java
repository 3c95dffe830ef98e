package io.ashiato.readers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Facts;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StringsTest {
    @Test
    void bothWidthsAreFoundWhereTheyStand() {
        var bytes = new LittleEndian()
                .u8(0xFF)
                .text("narrow")
                .u8(0)
                .bytes("wide text".getBytes(UTF_16LE))
                .u16(0);

        assertThat(Strings.in(bytes.toBytes()))
                .containsExactly(new Strings.Found("narrow", 1, false), new Strings.Found("wide text", 9, true));
    }

    @Test
    void shortRunsAreNoStrings() {
        assertThat(Strings.in(
                        new LittleEndian().text("four").u8(7).text("fives").toBytes()))
                .extracting(Strings.Found::text)
                .containsExactly("fives");
    }

    @Test
    void longRunsAreCut() {
        assertThat(Strings.in("x".repeat(5_000).getBytes(US_ASCII)))
                .singleElement()
                .satisfies(found -> assertThat(found.text()).hasSize(1_024));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "http://update.example.com/a.php?id=%d|url",
                "mail to analyst@example.org now|email",
                "connect 203.0.113.7:8080|ipv4",
                "update.example.com|domain",
                "Mozilla/5.0 (Windows NT 10.0)|user_agent",
                "cmd.exe /c \"%s >> %s 2>&1\"|command",
                "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run|registry_key",
                "Global\\kagerou-lock|mutex",
                "{6F9619FF-8B86-D011-B42D-00C04FC964FF}|guid",
                "C:\\Users\\Public\\perflog.dat|path",
                "/etc/ld.so.preload|path",
                "D:\\Work\\implant\\Release\\implant.pdb|pdb_path",
                "VGhpcyBpcyBhIGxvbmdlciB0ZXh0IDEy|base64",
                "host=%s user=%s|format"
            })
    void textsLookLikeWhatTheyAre(String text, String look) {
        assertThat(TextLook.of(text).map(TextLook::id)).contains(look);
    }

    @ParameterizedTest
    @CsvSource({
        "kernel32.dll",
        "999.1.2.3",
        "0.0.0.0",
        "GetProcAddress",
        "libc.so",
        "100%",
        "1.2.3.4.5",
        "aaaaaaaaaaaaaaaaaaaaaaaa"
    })
    void textsThatTellNothingLookLikeNothing(String text) {
        assertThat(TextLook.of(text)).isEmpty();
    }

    @Test
    void oneLookDoesNotCrowdOutTheOthers() {
        var bytes = new LittleEndian();
        for (int i = 0; i < 500; i++) {
            bytes.text("value %d of " + i);
        }
        bytes.text("http://update.example.com/").text("http://update.example.com/");

        var told = Strings.telling(bytes.toBytes());

        assertThat(told).hasSizeLessThanOrEqualTo(200);
        assertThat(told)
                .extracting(found -> found.text("looks").orElseThrow())
                .containsOnlyOnce("url")
                .contains("format");
        assertThat(new ArrayList<Facts>(told).getFirst().text("looks")).contains("url");
    }
}
