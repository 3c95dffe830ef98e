package io.ashiato.casefile.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.10", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2001:db8::1", "2A00:1450::8"})
    void knowsAddressesThatSomeoneOutsideCanOwn(String address) {
        assertThat(NetworkNames.isPublicAddress(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "192.168.1.1",
                "172.16.0.1",
                "172.31.255.255",
                "127.0.0.1",
                "169.254.1.1",
                "224.0.0.1",
                "0.0.0.0",
                "100.64.0.1",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "1.2.3.x",
                "01.2.3.4",
                "aa:bb:cc:dd:ee:ff",
                "1:2:3",
                "２００１::1",
                "::ffff:10.0.0.1",
                "",
                "-",
                "a:b",
                "C:\\x",
                "1.2.3.-4",
                "٣.1.1.1"
            })
    void leavesOutAllOthers(String address) {
        assertThat(NetworkNames.isPublicAddress(address)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "c2.example.com, true",
        "bit.ly, true",
        "FIN-WS07, false",
        "dc01.corp.local, false",
        "10.1.1.1, false",
        "203.0.113.10, false",
        "a..b.com, false",
        "x.1, false",
        "evil<script>.com, false",
        "'', false",
    })
    void knowsNamesThatCanBeRegistered(String name, boolean expected) {
        assertThat(NetworkNames.isPublicName(name)).isEqualTo(expected);
    }

    @Test
    void findsUrlsInCommandLines() {
        assertThat(NetworkNames.urls(
                        "mshta HTTPS://bit.ly/2mFx 'http://203.0.113.10:8080/edit?id=a%20b', http:// httpd"))
                .containsExactly("HTTPS://bit.ly/2mFx", "http://203.0.113.10:8080/edit?id=a%20b");
    }

    @Test
    void takesOnlyAsManyUrlsAsAPersonWouldRead() {
        String flood = "http://a.example/1 ".repeat(10);
        assertThat(NetworkNames.urls(flood)).isEqualTo(List.of("http://a.example/1"));
        var many = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            many.append("http://h").append(i).append(".example ");
        }
        assertThat(NetworkNames.urls(many.toString())).hasSize(16);
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:pw@Evil.example:8080/x, evil.example",
        "http://a.example?x=@b, a.example",
        "http://203.0.113.10#f, 203.0.113.10",
    })
    void findsTheHostOfAnUrl(String url, String host) {
        assertThat(NetworkNames.hostOf(url)).isEqualTo(host);
    }

    @Test
    void neverBlocksWhatManyShare() {
        assertThat(NetworkNames.isShared("bit.ly")).isTrue();
        assertThat(NetworkNames.isShared("raw.githubusercontent.com")).isTrue();
        assertThat(NetworkNames.isShared("notgithub.com")).isFalse();
    }
}
