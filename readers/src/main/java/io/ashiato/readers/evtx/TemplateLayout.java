package io.ashiato.readers.evtx;

import io.ashiato.bytes.LittleEndian;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A template definition that was compiled once and holds for every chunk that defines the same: the same bytes,
/// and the same names wherever those lie.
///
/// Equal bytes alone prove nothing, since names are given by their place in the chunk.
///
/// @param <C> what a lane compiles of a template
final class TemplateLayout<C> {
    /// Next definition (4), GUID (16), size (4).
    static final int HEADER_SIZE = 24;

    /// About what the smallest layout takes.
    private static final int OBJECTS = 4 << 10;

    /// Bytes that codes take for one of the definition (each unit as `\\u0000`, in two forms), for one of a name
    /// (the same, and in three codes of fields), and for an element, an attribute or a value.
    private static final int PER_BYTE = 8;

    private static final int PER_NAME_BYTE = 9;
    private static final int PER_NODE = 200;

    private static final int LINK_SIZE = 4;
    private static final int NAME_HEADER_SIZE = 8; // next name (4), hash (2), length (2)
    private static final int UNITS_AT = 6;

    /// Definitions beyond this are read the plain way; the largest of the public corpora have a few hundred nodes.
    private static final int MOST_NODES = 1 << 14;

    /// The same for all its names together: one name may be used thousands of times.
    private static final int MOST_NAME_CHARACTERS = 1 << 16;

    /// A value may be used this often; real templates use each once.
    private static final int MOST_USES = 4;

    /// Elements inside one another, so few that with all fragments inside they stay below [Limits#DEPTH]; real
    /// templates have five.
    static final int MOST_HEIGHT = Limits.DEPTH / (2 * (InstanceReader.MOST_FRAGMENTS + 1));

    private final @Nullable TemplateLayout<C> next;
    private final byte[] definition;
    private final int start; // of what is compared: before it lies a link to the next definition
    private final int[] nameAt; // from the start of the definition
    private final boolean[] nameIsHere;
    private final byte[][] names; // UTF-16LE
    private final C code;
    private final int slots;
    private final int cost;
    private final int nodes;

    /// @param from plain, see [#isPlain]
    /// @param next of the same hash, or of one that happens to lie in the same bucket
    TemplateLayout(TemplateDefinition from, byte[] chunk, C code, @Nullable TemplateLayout<C> next) {
        this.next = next;
        this.code = code;
        definition = Arrays.copyOfRange(chunk, from.place(), from.place() + from.length());
        start = from.isFragment() ? 0 : LINK_SIZE;
        int count = from.names().size();
        nameAt = new int[count];
        nameIsHere = new boolean[count];
        names = new byte[count][];
        for (int i = 0; i < count; i++) {
            NameUse use = from.names().get(i);
            nameAt[i] = use.at() - from.place();
            nameIsHere[i] = use.isHere();
            names[i] = LittleEndian.utf16(use.name());
        }
        slots = Pattern.slots(from.patterns());
        // What a value takes beyond its bytes: a number of one byte counts as 24 characters.
        long values = (long) slots * MOST_USES * Limits.NODE_COST;
        long unfolded = Pattern.unfolded(from.patterns());
        cost = (int) Math.min(Limits.CHUNK_COST, 2L * Limits.NODE_COST * from.nodes() + unfolded + values);
        nodes = from.nodes();
    }

    /// Whether the definition says all by itself and without any lie, so that bytes and names decide what it means.
    static boolean isPlain(TemplateDefinition from, byte[] chunk) {
        boolean plain = from.isWhole() && from.nodes() <= MOST_NODES && !Pattern.haveArray(from.patterns());
        plain &= Pattern.mostUses(from.patterns()) <= MOST_USES;
        plain &= Pattern.height(from.patterns()) <= MOST_HEIGHT;
        plain &= from.isFragment()
                || from.length() == HEADER_SIZE + LittleEndian.i32(chunk, from.place() + HEADER_SIZE - 4);
        int characters = 0;
        for (NameUse use : from.names()) {
            characters += use.name().length();
            plain &= characters <= MOST_NAME_CHARACTERS;
            plain &= LittleEndian.u16(chunk, use.place() + UNITS_AT)
                    == use.name().length();
        }
        return plain;
    }

    /// A number that is the same for the same definition in any chunk: of its GUID and size.
    static int hash(byte[] chunk, int place) {
        long guid = LittleEndian.i64(chunk, place + 4) * 31 + LittleEndian.i64(chunk, place + 12);
        long both = (guid * 31 + LittleEndian.i32(chunk, place + 20)) * 0x9E37_79B9_7F4A_7C15L;
        return (int) (both >>> 32);
    }

    /// The next layout of the same hash, or one that happens to lie in the same bucket.
    @Nullable
    TemplateLayout<C> next() {
        return next;
    }

    /// Whether this is no template, but a fragment that is none.
    boolean isFragment() {
        return start == 0;
    }

    /// Whether the definition at `place` is this one.
    ///
    /// @param length bytes of `chunk` that are there
    boolean isAt(byte[] chunk, int length, int place) {
        if (definition.length > length - place) {
            return false;
        }
        int from = start;
        for (int i = 0; i < nameAt.length; i++) {
            int to = nameAt[i];
            if (!equal(chunk, place, from, to) || !isNamed(chunk, length, place + to, i)) {
                return false;
            }
            from = to + 4 + (nameIsHere[i] ? UNITS_AT : 0); // the chain of names differs from chunk to chunk
        }
        return equal(chunk, place, from, definition.length);
    }

    private boolean equal(byte[] chunk, int place, int from, int to) {
        return Arrays.equals(definition, from, to, chunk, place + from, place + to);
    }

    private boolean isNamed(byte[] chunk, int length, int at, int index) {
        int place = LittleEndian.i32(chunk, at);
        if ((place == at + 4) != nameIsHere[index]) {
            return false;
        }
        if (nameIsHere[index]) {
            return true; // its letters are among the bytes that are compared
        }
        byte[] name = names[index];
        return place >= 0
                && place <= length - NAME_HEADER_SIZE - name.length
                && LittleEndian.u16(chunk, place + UNITS_AT) * 2 == name.length
                && Arrays.equals(
                        name, 0, name.length, chunk, place + NAME_HEADER_SIZE, place + NAME_HEADER_SIZE + name.length);
    }

    /// Bytes of the definition.
    int length() {
        return definition.length;
    }

    /// Values that an instance must have at least; with fewer it is left to the plain reader.
    int slots() {
        return slots;
    }

    /// No less than what the plain reader counts as the cost of an instance, without that of its values.
    int cost() {
        return cost;
    }

    /// What the lane compiled of the template.
    C code() {
        return code;
    }

    /// About what keeping this takes, in bytes.
    int weight() {
        int nameBytes = Arrays.stream(names).mapToInt(name -> name.length).sum();
        return OBJECTS + PER_BYTE * definition.length + PER_NAME_BYTE * nameBytes + PER_NODE * nodes;
    }
}
