package io.ashiato.sigma.store;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Writes what [Input] reads.
final class Output {
    private static final int CONTINUED = 0x80;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, Integer> texts = new HashMap<>();

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /// Seven bits in each byte, the lowest first; the top bit tells that more follow.
    ///
    /// @param number not negative
    void number(int number) {
        int left = number;
        while (left >= CONTINUED) {
            bytes.write(left | CONTINUED);
            left >>>= 7;
        }
        bytes.write(left);
    }

    /// Many numbers of four bytes each, the lowest first: they are read at once.
    void numbers(int[] numbers) {
        number(numbers.length);
        ByteBuffer block = ByteBuffer.allocate(numbers.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        block.asIntBuffer().put(numbers);
        bytes.writeBytes(block.array());
    }

    /// UTF-16 without a byte order mark, the lower byte first.
    void units(char[] units) {
        number(units.length);
        ByteBuffer block = ByteBuffer.allocate(units.length * Character.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        block.asCharBuffer().put(units);
        bytes.writeBytes(block.array());
    }

    void flag(boolean flag) {
        bytes.write(flag ? 1 : 0);
    }

    void bits(long bits) {
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(bits).array());
    }

    @SuppressWarnings("EnumOrdinal") // read by the very program that wrote them
    void choice(Enum<?> value) {
        number(value.ordinal());
    }

    /// Writes a value that came before by its number, behind those that tell of which case a new one is.
    ///
    /// @param known the values that came before; whoever writes this one adds it, see [#know]
    /// @return false for a new value: its case has to follow, and the value itself
    <T> boolean isKnown(T value, Map<T, Integer> known, int cases) {
        Integer number = known.get(value);
        if (number == null) {
            return false;
        }
        number(cases + number);
        return true;
    }

    /// Numbers a value once it is written, and with it all that it is made of.
    static <T> void know(T value, Map<T, Integer> known) {
        known.put(value, known.size());
    }

    void text(String text) {
        text(text, 0);
    }

    /// Texts repeat: names of fields, authors, tags, program names. So 0 stands for one that follows.
    ///
    /// @param cases how many numbers before that have another meaning
    void text(String text, int cases) {
        if (isKnown(text, texts, cases + 1)) {
            return;
        }
        number(cases);
        know(text, texts);
        boolean isWide = isWide(text);
        number(text.length() << 1 | (isWide ? 1 : 0));
        // Not UTF-8, which has no form for half of a surrogate pair.
        if (isWide) {
            for (int i = 0; i < text.length(); i++) {
                bytes.write(text.charAt(i));
                bytes.write(text.charAt(i) >> 8);
            }
        } else {
            bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static boolean isWide(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return true;
            }
        }
        return false;
    }

    void texts(Collection<String> all) {
        number(all.size());
        all.forEach(this::text);
    }

    /// In an order of their own, so that the same set gives the same bytes.
    void set(Collection<String> all) {
        texts(all.stream().sorted().toList());
    }

    void optional(Optional<String> text) {
        flag(text.isPresent());
        text.ifPresent(this::text);
    }

    void decimal(BigDecimal number) {
        text(number.toString());
    }
}
