package io.ashiato.sigma.rule;

import java.util.Arrays;
import java.util.Optional;

/// A range of IPv4 or IPv6 addresses in CIDR notation.
///
/// Reads texts only; nothing is ever resolved. IPv4 inside IPv6 (`::ffff:10.0.0.1`), as Windows logs
/// it for dual-stack sockets, counts as IPv4.
public final class Network {
    private static final int V4_BYTES = 4;
    private static final int V6_GROUPS = 8;

    /// What precedes an IPv4 address inside an IPv6 one.
    private static final int MAPPED_BITS = 96;

    /// The longest text of an IPv6 address, with a zone behind it.
    private static final int MAX_LENGTH = 100;

    private final String text;
    private final byte[] address;
    private final int prefix;

    private Network(String text, byte[] address, int prefix) {
        this.text = text;
        this.address = address;
        this.prefix = prefix;
    }

    /// `10.0.0.0/8`, `fe80::/10`; an address without a length stands for itself. A length behind IPv4 inside
    /// IPv6 counts the 96 bits before it: `::ffff:10.0.0.0/104` is `10.0.0.0/8`.
    public static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        String plain = slash < 0 ? text : text.substring(0, slash);
        Optional<byte[]> address = address(plain);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int bits = address.get().length * 8;
        int before = bits == V4_BYTES * 8 && plain.indexOf(':') >= 0 ? MAPPED_BITS : 0;
        int prefix = slash < 0 ? bits : number(text, slash + 1, text.length(), 128, 10) - before;
        return prefix < 0 || prefix > bits ? Optional.empty() : Optional.of(new Network(text, address.get(), prefix));
    }

    public boolean contains(String value) {
        return address(value.strip()).filter(this::contains).isPresent();
    }

    private boolean contains(byte[] other) {
        if (other.length != address.length) {
            return false;
        }
        int whole = prefix / 8;
        int mask = 0xFF00 >> prefix % 8 & 0xFF;
        return Arrays.equals(other, 0, whole, address, 0, whole)
                && (mask == 0 || (other[whole] & mask) == (address[whole] & mask));
    }

    private static Optional<byte[]> address(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return text.indexOf(':') < 0 ? v4(text) : v6(text);
    }

    private static Optional<byte[]> v4(String text) {
        byte[] bytes = new byte[V4_BYTES];
        int from = 0;
        for (int i = 0; i < V4_BYTES; i++) {
            int end = i == V4_BYTES - 1 ? text.length() : text.indexOf('.', from);
            int part = end < 0 ? -1 : number(text, from, end, 255, 10);
            if (part < 0) {
                return Optional.empty();
            }
            bytes[i] = (byte) part;
            from = end + 1;
        }
        return Optional.of(bytes);
    }

    private static Optional<byte[]> v6(String text) {
        int zone = text.indexOf('%');
        String plain = zone < 0 ? text : text.substring(0, zone);
        int gap = plain.indexOf("::");
        byte[] head = groups(gap < 0 ? plain : plain.substring(0, gap), gap < 0);
        byte[] tail = gap < 0 ? new byte[0] : groups(plain.substring(gap + 2), true);
        int length = head.length + tail.length;
        boolean complete = gap < 0 ? length == 2 * V6_GROUPS : length < 2 * V6_GROUPS;
        boolean broken = isBroken(head) || isBroken(tail) || !complete;
        if (broken) {
            return Optional.empty();
        }
        byte[] bytes = Arrays.copyOf(head, 2 * V6_GROUPS);
        System.arraycopy(tail, 0, bytes, bytes.length - tail.length, tail.length);
        return Optional.of(unmapped(bytes));
    }

    private static final byte[] BROKEN = new byte[2 * V6_GROUPS + 1];

    private static boolean isBroken(byte[] groups) {
        return groups.length > 2 * V6_GROUPS;
    }

    /// Groups of 16 bits between colons, the last perhaps an IPv4 address; too many bytes for a broken text.
    private static byte[] groups(String text, boolean mayEndInV4) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        String[] parts = text.split(":", -1);
        byte[] bytes = new byte[2 * parts.length];
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            if (last && mayEndInV4 && parts[i].indexOf('.') >= 0) {
                Optional<byte[]> v4 = v4(parts[i]);
                byte[] all = Arrays.copyOf(bytes, 2 * i + V4_BYTES);
                v4.ifPresent(b -> System.arraycopy(b, 0, all, all.length - V4_BYTES, V4_BYTES));
                return v4.isPresent() ? all : BROKEN;
            }
            int group = number(parts[i], 0, parts[i].length(), 0xFFFF, 16);
            if (group < 0) {
                return BROKEN;
            }
            bytes[2 * i] = (byte) (group >>> 8);
            bytes[2 * i + 1] = (byte) group;
        }
        return bytes;
    }

    private static byte[] unmapped(byte[] v6) {
        for (int i = 0; i < 10; i++) {
            if (v6[i] != 0) {
                return v6;
            }
        }
        return v6[10] == -1 && v6[11] == -1 ? Arrays.copyOfRange(v6, 12, 16) : v6;
    }

    /// The number between two places of a text, or -1.
    private static int number(String text, int from, int end, int max, int radix) {
        if (end <= from || end - from > 4) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < end; i++) {
            int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number <= max ? number : -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network network && prefix == network.prefix && Arrays.equals(address, network.address);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(address) + prefix;
    }

    /// As it was written.
    @Override
    public String toString() {
        return text;
    }
}
