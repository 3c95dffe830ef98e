package io.ashiato.readers.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.Mutations;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneIdentifierReaderTest {
    private static final String MARK = """
            [ZoneTransfer]
            ZoneId=3
            ReferrerUrl=https://drive.example.net/
            HostUrl=https://drive.example.net/給与.zip
            LastWriterPackageFamilyName=Example.Mail_8wekyb3d8bbwe
            """;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16"})
    void everyNameOfTheMarkIsRead(String charset) throws IOException {
        ArtefactReading reading = read(MARK.getBytes(Charset.forName(charset)));

        assertThat(reading.damage()).isEmpty();
        assertThat(reading.facts())
                .isEqualTo(Facts.builder()
                        .number("zone_id", 3)
                        .text("zone", "internet")
                        .text("referrer_url", "https://drive.example.net/")
                        .text("host_url", "https://drive.example.net/給与.zip")
                        .text("last_writer_package", "Example.Mail_8wekyb3d8bbwe")
                        .build());
    }

    @Test
    void namesOfOtherSectionsDoNotCount() throws IOException {
        byte[] mark = "[Other]\nZoneId=3\n[ZoneTransfer]\nZoneId=2\n".getBytes(StandardCharsets.UTF_8);

        assertThat(read(mark).facts().number("zone_id")).hasValue(2);
    }

    @Test
    void noSectionIsDamage() throws IOException {
        assertThat(read(new byte[0]).damage()).extracting(Damage::field).containsExactly("ZoneTransfer section");
    }

    @Test
    void zoneThatIsNoNumberIsDamage() throws IOException {
        byte[] mark = "[ZoneTransfer]\nZoneId=x\n".getBytes(StandardCharsets.UTF_8);

        assertThat(read(mark).damage()).extracting(Damage::field).containsExactly("ZoneId");
    }

    @Test
    void mutationsNeverEscape() throws IOException {
        long seed = 99;
        for (int round = 0; round < 5_000; round++) {
            byte[] mark = Mutations.of(MARK.getBytes(StandardCharsets.UTF_8), seed + round);
            assertThat(read(mark)).as("seed %s, round %s", seed, round).isNotNull();
        }
    }

    private static ArtefactReading read(byte[] mark) throws IOException {
        return ZoneIdentifierReader.read(ByteSource.of(mark));
    }
}
