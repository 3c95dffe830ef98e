package io.ashiato.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class CursorTest {
    private static final byte[] BYTES = {(byte) 0xFF, (byte) 0xFE, 3, 4, 5, 6, 7, (byte) 0x88, 'a', 0, 'b', 0};

    static final List<Arguments.ArgumentSet> READS = List.of(
            argumentSet("u8", (Function<Cursor, Object>) c -> c.u8("f"), 0xFF, 1),
            argumentSet("u16", (Function<Cursor, Object>) c -> c.u16("f"), 0xFEFF, 2),
            argumentSet("u32", (Function<Cursor, Object>) c -> c.u32("f"), 0x0403FEFFL, 4),
            argumentSet("i32", (Function<Cursor, Object>) c -> c.i32("f"), 0x0403FEFF, 4),
            argumentSet("i64", (Function<Cursor, Object>) c -> c.i64("f"), 0x880706050403FEFFL, 8),
            argumentSet("latin1", (Function<Cursor, Object>) c -> c.latin1("f", 2), "\u00ff\u00fe", 2));

    @ParameterizedTest
    @FieldSource("READS")
    void readsLittleEndianAndMovesOn(Function<Cursor, Object> read, Object expected, int moved) {
        Cursor cursor = Cursor.over(BYTES, 0x1000);
        assertThat(read.apply(cursor)).isEqualTo(expected);
        assertThat(cursor.offset()).isEqualTo(0x1000 + moved);
    }

    @Test
    void tellsFieldAndPlaceOfWhatIsMissing() {
        Cursor cursor = Cursor.over(BYTES, 0x1000);
        cursor.skip("head", 10);
        assertThatThrownBy(() -> cursor.u32("record size"))
                .isInstanceOfSatisfying(
                        MalformedException.class,
                        e -> assertThat(e.damage()).isEqualTo(new Damage.Truncated("record size", 0x100A, 4, 2)));
        assertThat(cursor.utf16("still there", 1)).isEqualTo("b");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(longs = {-1, 13, Long.MAX_VALUE, Long.MIN_VALUE})
    void refusesCountsThatLie(long count) {
        assertThatThrownBy(() -> Cursor.over(BYTES, 0).window("w", count)).isInstanceOf(MalformedException.class);
    }

    @Test
    void narrowedViewKeepsOffsetsAndEndsWhereItWasCut() {
        Cursor window = Cursor.over(BYTES, 100).window("w", 9);
        window.skip("s", 8);
        assertThat(window.offset()).isEqualTo(108);
        assertThatThrownBy(() -> window.u16("beyond")).isInstanceOf(MalformedException.class);
    }

    @Test
    void skippingToAValueAlwaysMovesForward() {
        Cursor cursor = Cursor.over(new byte[] {1, 0, 0, 0, 1, 0, 0, 0}, 0);
        cursor.skipTo(1);
        assertThat(cursor.offset()).isEqualTo(4);
        cursor.skipTo(1);
        assertThat(cursor.remaining()).isZero();
        cursor.skipTo(1);
        assertThat(cursor.offset()).isEqualTo(8);
    }
}
