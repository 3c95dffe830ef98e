package io.ashiato.sigma.store;

import io.ashiato.bytes.MalformedException;
import io.ashiato.sigma.CheckedRules;
import io.ashiato.sigma.ChosenRules;
import io.ashiato.sigma.RuleSet;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/// Rules as bytes: those that were checked, and those of them that were chosen and made ready. The same rules give the
/// same bytes.
///
/// | Bytes | |
/// |---|---|
/// | 4 | `AR`, `S` for checked rules or `T` for chosen ones, and the number of this form |
/// | 4 | length of what follows the checksum, big-endian |
/// | 4 | its CRC-32, big-endian |
/// | rest | the rules, see [RuleWriter], [TableWriter] and [Output]; a text that repeats is told by its number |
///
/// The checksum is against accidents. Whoever may write to where the bytes are kept may put in any rules.
public final class RuleCodec {
    /// Another one whenever the form changes: bytes of the other are refused.
    private static final int FORM = 2;

    private static final int CHECKED = 'A' << 24 | 'R' << 16 | 'S' << 8 | FORM;
    private static final int CHOSEN = 'A' << 24 | 'R' << 16 | 'T' << 8 | FORM;
    private static final int HEADER = 12;

    private RuleCodec() {}

    public static byte[] encode(CheckedRules rules) {
        var out = new Output();
        new RuleWriter(out).write(rules);
        return sealed(CHECKED, out.bytes());
    }

    public static byte[] encode(ChosenRules rules) {
        var out = new Output();
        new RuleWriter(out).write(rules);
        return sealed(CHOSEN, out.bytes());
    }

    private static byte[] sealed(int magic, byte[] content) {
        return ByteBuffer.allocate(HEADER + content.length)
                .putInt(magic)
                .putInt(content.length)
                .putInt(checksum(content, 0))
                .put(content)
                .array();
    }

    /// The rules, or nothing where the bytes are not whole or of another form. Never fails because of them.
    public static Optional<CheckedRules> decode(byte[] bytes) {
        if (!isWhole(CHECKED, bytes)) {
            return Optional.empty();
        }
        try {
            var in = new Input(bytes, HEADER);
            CheckedRules rules = new RuleReader(in).rules();
            return in.isAtEnd() ? Optional.of(rules) : Optional.empty();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    /// Chosen rules, ready to match, or nothing as in [#decode].
    public static Optional<RuleSet> decodeChosen(byte[] bytes) {
        if (!isWhole(CHOSEN, bytes)) {
            return Optional.empty();
        }
        try {
            var in = new Input(bytes, HEADER);
            ChosenRules rules = new RuleReader(in).chosen();
            return in.isAtEnd() ? Optional.of(RuleSet.of(rules)) : Optional.empty();
        } catch (MalformedException | IllegalArgumentException e) { // tables see for themselves that they fit
            return Optional.empty();
        }
    }

    private static boolean isWhole(int magic, byte[] bytes) {
        if (bytes.length < HEADER) {
            return false;
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        return header.getInt() == magic
                && header.getInt() == bytes.length - HEADER
                && header.getInt() == checksum(bytes, HEADER);
    }

    private static int checksum(byte[] bytes, int from) {
        var checksum = new CRC32();
        checksum.update(bytes, from, bytes.length - from);
        return (int) checksum.getValue();
    }
}
