package io.ashiato.readers.evtx;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds out whether a fragment of binary XML still has all that it refers to, before [BinXmlReader]
/// reads it: in a recovered record, a place in the chunk may hold newer bytes.
///
/// Follows the tokens (MS-EVEN6 2.2.12) without building anything. A template proves itself by its
/// id, the first four bytes of its GUID, which each instance repeats; see [DefinitionProof].
final class FragmentWalker {
    private static final int TEMPLATE_INSTANCE = 0x0C;
    private static final int FRAGMENT_HEADER = 0x0F;
    private static final int OPEN_START_TAG = 0x01;
    private static final int MORE = 0x40;

    /// Fragments in values of fragments. Windows' own have four; each takes a little of the stack.
    private static final int NESTED_FRAGMENTS = 64;

    /// Values of one instance. Events have up to a few hundred.
    private static final int VALUES = 4096;

    private static final Set<RecoveryDoubt> NONE = EnumSet.noneOf(RecoveryDoubt.class);

    private final byte[] chunk;
    private final int length;
    private final RecoveryEffort effort;
    private final DefinitionProof proof;

    /// @param length bytes of `chunk` that are there
    FragmentWalker(byte[] chunk, int length, DefinitionProof proof, RecoveryEffort effort) {
        this.chunk = chunk;
        this.length = length;
        this.proof = proof;
        this.effort = effort;
    }

    /// The layout of the fragment that begins at `at`.
    ///
    /// @param end where the fragment must end at the latest
    FragmentLayout walk(int at, int end) {
        return walk(at, Math.min(end, length), 0);
    }

    private FragmentLayout walk(int at, int end, int depth) {
        var parts = new ArrayList<FragmentLayout.Part>(1);
        Cursor in = Cursor.over(chunk, end, 0);
        in.skip("fragment", at);
        RecoveryDoubt doubt = RecoveryDoubt.CUT; // unless the end token comes
        if (depth > NESTED_FRAGMENTS) {
            return new FragmentLayout(parts, at, EnumSet.of(RecoveryDoubt.BODY_UNREADABLE));
        }
        while (in.remaining() > 0) {
            effort.spend(RecoveryEffort.STEP_COST);
            int partAt = place(in);
            int token = in.u8("token");
            if (token == 0 || effort.left() == 0) {
                return new FragmentLayout(parts, place(in), token == 0 ? NONE : EnumSet.of(doubt));
            }
            try {
                switch (token) {
                    case FRAGMENT_HEADER -> in.skip("fragment header", 3);
                    case TEMPLATE_INSTANCE -> {
                        FragmentLayout.Part part = instance(in, partAt, end, depth);
                        parts.add(part);
                        if (part.doubts().contains(RecoveryDoubt.CUT)) {
                            return new FragmentLayout(parts, end, EnumSet.of(RecoveryDoubt.CUT));
                        }
                    }
                    case OPEN_START_TAG, OPEN_START_TAG | MORE -> parts.add(element(in, partAt));
                    default -> {
                        return new FragmentLayout(parts, partAt, EnumSet.of(RecoveryDoubt.BODY_UNREADABLE));
                    }
                }
            } catch (MalformedException e) {
                return new FragmentLayout(parts, end, EnumSet.of(because(e)));
            }
        }
        // A fragment in a value may lack its end token, a record's not.
        return new FragmentLayout(parts, place(in), depth > 0 ? NONE : EnumSet.of(doubt));
    }

    private static RecoveryDoubt because(MalformedException e) {
        return e.damage() instanceof Damage.Truncated ? RecoveryDoubt.CUT : RecoveryDoubt.BODY_UNREADABLE;
    }

    private FragmentLayout.Part element(Cursor in, int at) {
        Set<RecoveryDoubt> doubts = proof.element(in);
        return new FragmentLayout.Part(at, place(in), List.of(), doubts, Optional.empty());
    }

    private FragmentLayout.Part instance(Cursor in, int at, int end, int depth) {
        in.skip("template instance version", 1);
        int id = in.i32("template id");
        long definitionAt = in.u32("template definition offset");
        boolean isHere = definitionAt == in.offset();
        DefinitionProof.Definition definition = proof.definition(definitionAt, id);
        if (isHere) {
            in.skip("template definition", definition.end() - definitionAt);
        }
        Set<RecoveryDoubt> doubts = EnumSet.noneOf(RecoveryDoubt.class);
        doubts.addAll(definition.doubts());
        List<FragmentLayout.Value> values = values(in, end, depth, doubts);
        Optional<Integer> another = definition.doubts().isEmpty() || isHere
                ? Optional.empty()
                : proof.elsewhere(id)
                        .filter(place -> proof.definition(place, id).fits(values));
        if (another.isPresent()) {
            doubts.removeAll(definition.doubts());
            doubts.add(RecoveryDoubt.TEMPLATE_BY_ID);
        }
        return new FragmentLayout.Part(at, place(in), values, doubts, another);
    }

    /// The table of sizes and types, and the values behind it. Ends before a value that is cut; of that,
    /// only binary XML is worth having. If the template is not to be relied on,
    /// nor is the place of the table: then it must make sense by itself.
    private List<FragmentLayout.Value> values(Cursor in, int end, int depth, Set<RecoveryDoubt> doubts) {
        boolean mustMakeSense = !doubts.isEmpty();
        long count = in.u32("substitution count");
        int descriptor = place(in);
        if (count > VALUES) {
            throw new MalformedException(new Damage.OverLimit("substitution count", descriptor - 4L, VALUES));
        }
        effort.spend(count * RecoveryEffort.STEP_COST);
        Cursor table = in.window("substitution table", count * 4);
        var values = new ArrayList<FragmentLayout.Value>((int) count);
        for (; table.remaining() > 0; descriptor += 4) {
            int size = table.u16("value size");
            int type = table.u8("value type");
            int flags = table.u8("value flags");
            if (mustMakeSense && (flags != 0 || !ValueReader.canHave(type, size))) {
                throw new MalformedException(new Damage.OutOfRange("value type", descriptor, type, 0, 0));
            }
            int at = place(in);
            boolean isCut = size > in.remaining();
            if (type == ValueReader.BINARY_XML && size > 0) {
                int valueEnd = isCut ? end : at + size;
                List<FragmentLayout> nested = List.of(walk(at, valueEnd, depth + 1));
                values.add(new FragmentLayout.Value(descriptor, type, at, valueEnd - at, isCut, nested));
            } else if (!isCut) {
                values.add(new FragmentLayout.Value(descriptor, type, at, size, false, List.of()));
            }
            if (isCut) {
                doubts.add(RecoveryDoubt.CUT);
                return values;
            }
            in.skip("value", size);
        }
        return values;
    }

    private static int place(Cursor in) {
        return (int) in.offset();
    }
}
