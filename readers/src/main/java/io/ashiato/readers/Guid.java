package io.ashiato.readers;

import io.ashiato.bytes.Cursor;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// A GUID, as Windows stores it: three numbers little-endian, then eight bytes.
///
/// @param text lower case, without braces
public record Guid(String text) {
    public static final Guid ZERO = new Guid("00000000-0000-0000-0000-000000000000");

    /// @param field what it stands for, named where the bytes end before it does
    public static Guid read(Cursor in, String field) {
        long first = in.u32(field);
        int second = in.u16(field);
        int third = in.u16(field);
        String rest = HexFormat.of().formatHex(in.bytes(field, 8));
        return new Guid(String.format(
                Locale.ROOT, "%08x-%04x-%04x-%s-%s", first, second, third, rest.substring(0, 4), rest.substring(4)));
    }

    /// When and by which network card it was made, which version 1 tells (RFC 9562 5.1). The bit that
    /// object ids use for "moved across volumes" stands in the clock sequence, not here.
    public Optional<MadeBy> madeBy() {
        String hex = text.replace("-", "");
        if (hex.charAt(12) != '1' || equals(ZERO)) {
            return Optional.empty();
        }
        long ticks = Long.parseLong(hex.substring(13, 16) + hex.substring(8, 12) + hex.substring(0, 8), 16);
        int sequence = Integer.parseInt(hex.substring(16, 20), 16) & 0x3FFF;
        byte[] node = HexFormat.of().parseHex(hex.substring(20));
        String mac = HexFormat.ofDelimiter(":").formatHex(node);
        boolean invented = (node[0] & 1) != 0;
        return Optional.of(new MadeBy(WindowsTime.uuidTime(ticks), mac, invented, sequence));
    }

    /// @param mac `00:0c:29:12:34:56`
    /// @param invented whether the address is marked as made up instead of a network card's
    public record MadeBy(Instant time, String mac, boolean invented, int clockSequence) {}
}
