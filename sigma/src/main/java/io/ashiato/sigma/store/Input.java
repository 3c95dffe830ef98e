package io.ashiato.sigma.store;

import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what [Output] wrote. All of it throws [MalformedException] where the bytes are not such.
///
/// Not a [io.ashiato.bytes.Cursor], which takes three calls for a byte: here a JVM that has just started reads
/// half a million numbers.
final class Input {
    /// Of a decimal number: none that a rule may have is longer, and long ones take long to read.
    private static final int MAX_DECIMAL = 100;

    private final byte[] bytes;
    private int at;
    private final List<String> texts = new ArrayList<>();

    Input(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    boolean isAtEnd() {
        return left() == 0;
    }

    /// A number from 0 to `max`.
    int number(String field, int max) {
        // Nearly all have one byte.
        if (at < bytes.length && bytes[at] >= 0 && bytes[at] <= max) {
            return bytes[at++];
        }
        return longNumber(field, max);
    }

    private int longNumber(String field, int max) {
        long number = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            int part = bytes[take(field, 1)];
            number |= (long) (part & 0x7F) << shift;
            if (part >= 0 && number <= max) {
                return (int) number;
            }
        }
        throw malformed(field, number, max);
    }

    /// @return where they begin
    private int take(String field, int count) {
        if (count > left()) {
            throw new MalformedException(new Damage.Truncated(field, at, count, left()));
        }
        int from = at;
        at += count;
        return from;
    }

    static MalformedException malformed(String field, long found, long max) {
        return new MalformedException(new Damage.OutOfRange(field, 0, found, 0, max));
    }

    /// How many bytes are left.
    int left() {
        return bytes.length - at;
    }

    /// How many values follow, each of which takes a byte at least.
    int count(String field) {
        return number(field, left());
    }

    int[] numbers(String field) {
        var numbers = new int[number(field, left() / Integer.BYTES)];
        block(field, numbers.length * Integer.BYTES).asIntBuffer().get(numbers);
        return numbers;
    }

    char[] units(String field) {
        var units = new char[number(field, left() / Character.BYTES)];
        block(field, units.length * Character.BYTES).asCharBuffer().get(units);
        return units;
    }

    private ByteBuffer block(String field, int size) {
        return ByteBuffer.wrap(bytes, take(field, size), size).order(ByteOrder.LITTLE_ENDIAN);
    }

    boolean flag(String field) {
        return number(field, 1) == 1;
    }

    long bits(String field) {
        return ByteBuffer.wrap(bytes).getLong(take(field, Long.BYTES));
    }

    <E> E choice(String field, E[] cases) {
        return cases[number(field, cases.length - 1)];
    }

    String text(String field) {
        return text(field, number(field, texts.size()));
    }

    /// How many texts were read so far.
    int textCount() {
        return texts.size();
    }

    /// The text of a number that was read already.
    ///
    /// @param known from 0 to [#textCount]
    String text(String field, int known) {
        return known > 0 ? texts.get(known - 1) : newText(field);
    }

    private String newText(String field) {
        int header = number(field, Integer.MAX_VALUE);
        int length = header >>> 1;
        String text = (header & 1) == 0
                ? new String(bytes, take(field, length), length, StandardCharsets.ISO_8859_1)
                : wide(field, length);
        texts.add(text);
        return text;
    }

    private String wide(String field, int length) {
        if (length > left() / 2) {
            throw new MalformedException(new Damage.Truncated(field, at, 2L * length, left()));
        }
        var units = new char[length];
        for (int i = 0; i < length; i++) {
            units[i] = (char) ((bytes[at++] & 0xFF) | (bytes[at++] << 8));
        }
        return new String(units);
    }

    List<String> texts(String field) {
        int count = count(field);
        if (count == 0) {
            return List.of();
        }
        var all = new String[count];
        for (int i = 0; i < count; i++) {
            all[i] = text(field);
        }
        return Arrays.asList(all);
    }

    Set<String> set(String field) {
        return new HashSet<>(texts(field));
    }

    Optional<String> optional(String field) {
        return flag(field) ? Optional.of(text(field)) : Optional.empty();
    }

    BigDecimal decimal(String field) {
        String text = text(field);
        try {
            if (text.length() <= MAX_DECIMAL) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw malformed(field, text.length(), MAX_DECIMAL);
    }
}
