package io.ashiato.readers.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.ashiato.bytes.ByteSource;
import io.ashiato.readers.ArtefactReading;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Damaged mails end in damage, within bounded time, and never in an exception.
class MailMutationTest {
    private static final int ROUNDS = 5_000;
    private static final Duration LONGEST = Duration.ofMinutes(2); // all rounds, on a busy machine

    enum Format {
        MAIL,
        MAILBOX,
        MSG,
        TNEF;

        private List<byte[]> sound() throws IOException {
            return switch (this) {
                case MAIL -> List.of(MailWriter.lure(), forwarded());
                case MAILBOX ->
                    List.of(new MailWriter()
                            .line("From a@example.org Tue May  7 08:42:11 2019")
                            .raw(MailWriter.lure())
                            .line("")
                            .line("From a@example.org Tue May  7 08:42:11 2019")
                            .raw(MailWriter.lure())
                            .bytes());
                case MSG -> List.of(message());
                case TNEF ->
                    List.of(new TnefWriter()
                            .subject("order")
                            .attachment("a.exe", new byte[100])
                            .bytes());
            };
        }

        private ArtefactReading read(byte[] bytes) throws IOException {
            ByteSource source = ByteSource.of(bytes);
            return switch (this) {
                case MAIL, MAILBOX -> MailReader.read(source);
                case MSG -> {
                    MsgReader.isMail(source);
                    yield MsgReader.read(source);
                }
                case TNEF -> TnefReader.read(source);
            };
        }
    }

    private static byte[] forwarded() {
        return new MailWriter()
                .line("Subject: =?ISO-2022-JP?B?GyRCNWtNPxsoQg==?=")
                .multipart()
                .part("Content-Type: message/rfc822", "Content-Disposition: attachment; filename*0*=utf-8''%E7;")
                .raw(MailWriter.lure())
                .part("Content-Type: text/plain", "Content-Transfer-Encoding: x-uuencode")
                .line("begin 644 a.txt")
                .line("#8V%T")
                .line("end")
                .end();
    }

    private static byte[] message() throws IOException {
        MsgWriter outer = MsgWriter.message()
                .text(MsgWriter.SUBJECT, "outer")
                .text(MsgWriter.BODY, "password: infected")
                .attachment("a.zip", "application/zip", new byte[5_000]);
        outer.attachedMessage().text(MsgWriter.SUBJECT, "inner").attachment("b", "x/y", new byte[] {1});
        return outer.bytes();
    }

    @ParameterizedTest
    @EnumSource
    void damagedMailsAreReadToTheirDamage(Format format) throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<byte[]> sound = format.sound();
        long start = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = mutated(sound.get(round % sound.size()), random);
            try {
                assertThat(format.read(bytes).facts().values()).isNotEmpty();
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                fail(format + " seed " + seed + " round " + round, e);
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("%s seed %d", format, seed)
                .isLessThan(LONGEST);
    }

    /// Bits flipped, ends cut, bytes repeated, numbers and line ends put where they lie about what follows.
    private static byte[] mutated(byte[] sound, Random random) {
        byte[] bytes = random.nextInt(8) == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
        for (int count = 1 + random.nextInt(6); count > 0 && bytes.length > 8; count--) {
            int at = random.nextInt(bytes.length - 8);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) "\r\n\"<>=?;-(\\\0\u001B".charAt(random.nextInt(13));
                case 2 -> Arrays.fill(bytes, at, at + 1 + random.nextInt(8), (byte) (random.nextBoolean() ? 0xFF : 0));
                default -> System.arraycopy(bytes, random.nextInt(bytes.length - 8), bytes, at, 8);
            }
        }
        return bytes;
    }
}
