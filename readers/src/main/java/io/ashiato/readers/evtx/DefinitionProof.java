package io.ashiato.readers.evtx;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether template definitions and names of a chunk are what they were when a record referred to
/// them. A definition has the right id, its tokens lead exactly to its end, and its names prove
/// themselves; a name has the hash that is stored with it and a NUL behind it.
///
/// Format: libyal, *Windows XML Event Log (EVTX) format*, "Name" and "Template definition".
final class DefinitionProof {
    private static final int NAME_HEADER = 8; // next name, hash, length
    private static final int DEFINITION_HEADER = 24; // next definition, GUID, size
    private static final int MORE = 0x40;

    /// Fragments and definitions one inside the other. Windows' own have two; each takes stack.
    private static final int NESTED_FRAGMENTS = 64;

    private final byte[] chunk;
    private final int length;
    private final boolean isChunk;
    private final RecoveryEffort effort;
    private final Map<Long, Definition> definitions = new HashMap<>();
    private final Map<Integer, Integer> provenById = new HashMap<>();
    private final Map<Long, Boolean> names = new HashMap<>();
    private int depth;

    /// A definition that was looked at.
    ///
    /// @param end behind it, from the start of the chunk, as far as can be told
    /// @param slots the types that it says its values have, by their index
    record Definition(int id, int end, Set<RecoveryDoubt> doubts, Map<Integer, Integer> slots) {
        Definition(int id, int end, RecoveryDoubt doubt) {
            this(id, end, EnumSet.of(doubt), Map.of());
        }

        /// Whether these values can be its: none of them is missing, and each has its type or is null.
        boolean fits(List<FragmentLayout.Value> values) {
            for (Map.Entry<Integer, Integer> slot : slots.entrySet()) {
                int index = slot.getKey();
                if (index >= values.size()
                        || (values.get(index).type() != slot.getValue()
                                && values.get(index).type() != ValueReader.NULL)) {
                    return false;
                }
            }
            return true;
        }
    }

    /// @param isChunk whether `chunk` begins where a chunk does; else no place in it means anything
    DefinitionProof(byte[] chunk, int length, boolean isChunk, RecoveryEffort effort) {
        this.chunk = chunk;
        this.length = length;
        this.isChunk = isChunk;
        this.effort = effort;
    }

    /// The definition at a place, as an instance with this template id needs it.
    Definition definition(long place, int id) {
        if (!isChunk) {
            return new Definition(id, (int) Math.min(place, length), RecoveryDoubt.CHUNK_UNKNOWN);
        }
        Definition known = definitions.get(place);
        if (known == null) {
            // Stands for it meanwhile, in case that it contains itself.
            definitions.put(place, new Definition(id, length, RecoveryDoubt.TEMPLATE_OVERWRITTEN));
            known = read(place);
            definitions.put(place, known);
            if (known.doubts().isEmpty()) {
                provenById.putIfAbsent(known.id(), (int) place);
            }
        }
        return known.id() == id ? known : new Definition(id, known.end(), RecoveryDoubt.TEMPLATE_GONE);
    }

    /// The place of another definition of this id, if one was met in the chunk that proves itself.
    Optional<Integer> elsewhere(int id) {
        return Optional.ofNullable(provenById.get(id));
    }

    private Definition read(long place) {
        Cursor in = Cursor.over(chunk, length, 0);
        int end = (int) Math.min(place, length);
        int id = 0;
        try {
            in.skip("template definition offset", place);
            in.skip("next template offset", 4);
            id = in.fork().i32("template id");
            in.skip("template GUID", 16);
            long size = in.u32("template definition size");
            end = (int) Math.min(length, place + DEFINITION_HEADER + size);
            boolean hasRoom = size <= in.remaining(); // else the end token tells, as in BinXmlReader
            Cursor body = hasRoom ? in.window("template definition", size) : in;
            Set<RecoveryDoubt> doubts = EnumSet.noneOf(RecoveryDoubt.class);
            var slots = new HashMap<Integer, Integer>();
            tokens(body, slots::put, true, doubts);
            if (hasRoom && body.remaining() > 0) {
                doubts.add(RecoveryDoubt.TEMPLATE_OVERWRITTEN);
            }
            return new Definition(id, place(body), doubts, slots);
        } catch (MalformedException e) {
            return new Definition(id, end, RecoveryDoubt.TEMPLATE_OVERWRITTEN);
        }
    }

    /// Goes past an element whose start token was read already.
    ///
    /// @return what is wrong with the names and templates that it uses
    /// @throws MalformedException if its tokens do not lead to its end
    Set<RecoveryDoubt> element(Cursor in) {
        if (!isChunk) {
            throw new MalformedException(new Damage.OutOfRange("chunk", in.offset(), 0, 1, 1));
        }
        Set<RecoveryDoubt> doubts = EnumSet.noneOf(RecoveryDoubt.class);
        Cursor start = Cursor.over(chunk, place(in) + in.remaining(), 0);
        start.skip("element", in.offset() - 1);
        tokens(start, null, false, doubts);
        in.skip("element", start.offset() - in.offset());
        return doubts;
    }

    // ---- tokens ----

    @FunctionalInterface
    private interface Slots {
        void add(int index, int type);
    }

    /// @param slots told of each place for a value, its index and type; null outside of a template
    private void tokens(Cursor in, @Nullable Slots slots, boolean toEndToken, Set<RecoveryDoubt> doubts) {
        if (++depth > NESTED_FRAGMENTS) {
            throw new MalformedException(new Damage.OverLimit("nested binary XML", in.offset(), NESTED_FRAGMENTS));
        }
        try {
            follow(in, slots, toEndToken, doubts);
        } finally {
            depth--;
        }
    }

    /// Follows tokens to the end token of a fragment, or to the end of the first element.
    private void follow(Cursor in, @Nullable Slots slots, boolean toEndToken, Set<RecoveryDoubt> doubts) {
        int open = 0;
        while (true) {
            effort.spend(RecoveryEffort.STEP_COST);
            long at = in.offset();
            int token = in.u8("token");
            switch (token & ~MORE) {
                case 0x00 -> {
                    if (open > 0 || !toEndToken) {
                        throw unexpected(at, token);
                    }
                    return;
                }
                case 0x01 -> startTag(in, token, slots != null, doubts);
                case 0x02 -> open++;
                case 0x03 -> {}
                case 0x04 -> {
                    if (--open < 0) {
                        throw unexpected(at, token);
                    }
                }
                case 0x05 -> value(in, doubts);
                case 0x06, 0x09, 0x0A -> name(in, doubts);
                case 0x07, 0x0B -> in.skip("text", 2L * in.u16("text length"));
                case 0x08 -> in.skip("character reference", 2);
                case 0x0C -> instance(in, doubts);
                case 0x0D, 0x0E -> {
                    if (slots == null) {
                        throw unexpected(at, token);
                    }
                    slots.add(in.u16("substitution index"), in.u8("substitution type"));
                }
                case 0x0F -> in.skip("fragment header", 3);
                default -> throw unexpected(at, token);
            }
            boolean ends = token == 0x03 || token == 0x04;
            if ((ends && open == 0 && !toEndToken) || effort.left() == 0) {
                return;
            }
        }
    }

    private void startTag(Cursor in, int token, boolean inTemplate, Set<RecoveryDoubt> doubts) {
        in.skip("dependency", inTemplate ? 2 : 0);
        in.skip("element size", 4);
        name(in, doubts);
        in.skip("attribute list size", (token & MORE) != 0 ? 4 : 0);
    }

    private void value(Cursor in, Set<RecoveryDoubt> doubts) {
        int type = in.u8("value type");
        if (type == ValueReader.BINARY_XML) {
            Cursor nested = in.window("nested binary XML", in.u16("value length"));
            if (nested.remaining() > 0) {
                tokens(nested, null, true, doubts);
            }
            return;
        }
        ValueReader.unsized(in, type, flaw -> {}); // whoever reads the event tells of it
    }

    /// An instance inside of an element or a definition. Values are passed over as they are.
    private void instance(Cursor in, Set<RecoveryDoubt> doubts) {
        in.skip("template instance version", 1);
        int id = in.i32("template id");
        long place = in.u32("template definition offset");
        Definition definition = definition(place, id);
        doubts.addAll(definition.doubts());
        if (place == in.offset()) {
            in.skip("template definition", definition.end() - place);
        }
        Cursor table = in.window("substitution table", in.u32("substitution count") * 4);
        while (table.remaining() > 0) {
            in.skip("value", table.u16("value size"));
            table.skip("value type and flags", 2);
        }
    }

    // ---- names ----

    private void name(Cursor in, Set<RecoveryDoubt> doubts) {
        long place = in.u32("name offset");
        if (!isProven(place)) {
            doubts.add(RecoveryDoubt.NAME_OVERWRITTEN);
        }
        if (place == in.offset()) {
            in.skip("name header", NAME_HEADER - 2);
            in.skip("name", 2L * in.u16("name length") + 2); // ends with a NUL
        }
    }

    private boolean isProven(long place) {
        Boolean known = names.get(place);
        if (known == null) {
            known = hasItsHash(chunk, length, place, effort);
            names.put(place, known);
        }
        return known;
    }

    /// Whether a name lies at a place: its hash is value * 65599 + character for each, 16 bits kept.
    static boolean hasItsHash(byte[] bytes, int length, long place, RecoveryEffort effort) {
        Cursor in = Cursor.over(bytes, length, 0);
        if (place < 0 || place > length - NAME_HEADER) {
            return false;
        }
        in.skip("name", place + 4);
        int stored = in.u16("name hash");
        int units = in.u16("name length");
        if (units == 0 || units > Limits.NAME_CHARACTERS || in.remaining() < 2 * units + 2) {
            return false;
        }
        effort.spend(units);
        int hash = 0;
        for (int i = 0; i < units; i++) {
            hash = hash * 65_599 + in.u16("name character");
        }
        return (hash & 0xFFFF) == stored && in.u16("end of name") == 0;
    }

    private static int place(Cursor in) {
        return (int) in.offset();
    }

    private static MalformedException unexpected(long at, int token) {
        return new MalformedException(new Damage.OutOfRange("token", at, token, 0, 0x0F));
    }
}
