package io.ashiato.intel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is shipped, and what the licences ask to be shipped with it.
class ResourcesTest {
    private static final String[] PACKED = {"attack.json.gz", "galaxy.json.gz", "research.json.gz", "indicators.json.gz"
    };

    @Test
    void staySmall() throws IOException {
        int bytes = 0;
        for (String name : PACKED) {
            bytes += resource(name).length;
        }
        assertThat(bytes).isBetween(100_000, 4_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "© 2025 The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation.",
                "CC0 1.0",
                "Copyright (c) 2014-2026 Maltrail developers",
                "The above copyright notice and this permission notice shall be included in all copies",
                "421deacb77191b38bdd1bf63268954e93da91365",
                "9434ace4eb925c9a1c9b3bccf014a25f9d14f0b0"
            })
    void carryTheirNotices(String notice) throws IOException {
        String text = new String(resource("NOTICE.md"), StandardCharsets.UTF_8);
        assertThat(text.replaceAll("\\s+", " ")).contains(notice);
        for (String name : PACKED) {
            assertThat(text).contains(name);
        }
    }

    @Test
    void holdNoAddressInPlainText() throws IOException {
        for (String name : PACKED) {
            assertThat(new String(resource(name), StandardCharsets.ISO_8859_1))
                    .doesNotContain("cloudfiles.club", "azureword");
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Knowledge.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }
}
