package io.ashiato.sigma.store;

import io.ashiato.bytes.MalformedException;
import io.ashiato.sigma.CheckedRules;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/// Checked rules as bytes. The same rules give the same bytes.
///
/// | Bytes | |
/// |---|---|
/// | 4 | `ARS` and the number of this form |
/// | 4 | length of what follows the checksum, big-endian |
/// | 4 | its CRC-32, big-endian |
/// | rest | the rules, see [RuleWriter] and [Output]; what repeats is written once and then told by its number |
///
/// The checksum is against accidents. Whoever may write to where the bytes are kept may put in any rules.
public final class RuleCodec {
    /// Another one whenever the form changes: bytes of the other are refused.
    private static final int FORM = 1;

    private static final int MAGIC = 'A' << 24 | 'R' << 16 | 'S' << 8 | FORM;
    private static final int HEADER = 12;

    private RuleCodec() {}

    public static byte[] encode(CheckedRules rules) {
        var out = new Output();
        new RuleWriter(out).write(rules);
        byte[] content = out.bytes();
        return ByteBuffer.allocate(HEADER + content.length)
                .putInt(MAGIC)
                .putInt(content.length)
                .putInt(checksum(content, 0))
                .put(content)
                .array();
    }

    /// The rules, or nothing where the bytes are not whole or of another form. Never fails because of them.
    public static Optional<CheckedRules> decode(byte[] bytes) {
        if (bytes.length < HEADER) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        boolean isWhole = header.getInt() == MAGIC
                && header.getInt() == bytes.length - HEADER
                && header.getInt() == checksum(bytes, HEADER);
        return isWhole ? content(bytes) : Optional.empty();
    }

    private static Optional<CheckedRules> content(byte[] bytes) {
        try {
            var in = new Input(bytes, HEADER);
            CheckedRules rules = new RuleReader(in).rules();
            return in.isAtEnd() ? Optional.of(rules) : Optional.empty();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private static int checksum(byte[] bytes, int from) {
        var checksum = new CRC32();
        checksum.update(bytes, from, bytes.length - from);
        return (int) checksum.getValue();
    }
}
