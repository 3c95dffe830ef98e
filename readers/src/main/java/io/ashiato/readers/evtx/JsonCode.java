package io.ashiato.readers.evtx;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// How to write the instances of one template as JSON: a list of steps, each of which first copies a piece of
/// fixed text and then does one thing with one value.
///
/// Members of objects are written with a comma behind each; closing an object takes the last one back.
final class JsonCode {
    /// Numbers for each step: what to do, two operands, where the fixed text begins and how long it is.
    static final int WIDTH = 5;

    /// Ends the code.
    static final int END = 0;

    /// Goes on at step `b` if value `a` is null.
    static final int IF_NULL = 1;

    /// Writes its fixed text only.
    static final int TEXT = 2;

    /// Writes value `a` and a comma; if it is empty, takes back the last `b` bytes of the fixed text, its key.
    static final int ATTRIBUTE = 3;

    /// Closes the attributes of an element that holds value `a` and no elements, and then the element. If there
    /// are none, takes back the last `b` bytes, and the value is all there is.
    static final int LEAF = 4;

    /// Closes the attributes of an element that holds elements; if there are none, takes back the last `b` bytes.
    static final int ATTRIBUTES = 5;

    /// Writes value `a` as all that an element holds; `b` is [#ELEMENT] or [#DATA], and twice a number for
    /// [#mayTake].
    static final int CONTENT = 6;

    /// Writes the elements of the fragment in value `a` as members; `b` is a number for [#mayTake].
    static final int MEMBERS = 7;

    /// Closes an object; one without members becomes null.
    static final int CLOSE = 8;

    /// [#LEAF] of an element that holds nothing.
    static final int EMPTY_LEAF = 9;

    /// Operand of [#CONTENT]: an element, null where it is empty.
    static final int ELEMENT = 0;

    /// Operand of [#CONTENT]: a `Data`; where it is empty a text, an array as a list.
    static final int DATA = 1;

    /// Bytes that a value takes at most beyond what its size explains: quotation marks, digits of numbers.
    private static final int BYTES_PER_STEP = 64;

    /// Bytes of JSON for one byte of a value at most: a unit of two bytes as `\u0000`, a byte of binary data as
    /// two digits, one of single-byte text as `\u0080`.
    private static final int BYTES_PER_BYTE = 6;

    /// Bytes of fixed text that are copied without a look at how many there are.
    static final int COPIED_AT_ONCE = 16;

    /// The code of a template that is left to the plain reader.
    static final JsonCode NONE = new JsonCode(new int[] {END, 0, 0, 0, 0}, new byte[0], List.of(), Set.of(), 0);

    private final int[] steps;
    private final byte[] text;
    private final List<Set<String>> keys;
    private final Set<String> names;
    private final int uses;
    private final JsonCode[] lastTaken; // mostly it is the same one again; threads may overwrite each other's

    /// @param text the fixed text, UTF-8
    /// @param keys of the objects into which fragments are spliced
    /// @param names of the members that this writes
    /// @param uses how often a value is written at most
    JsonCode(int[] steps, byte[] text, List<Set<String>> keys, Set<String> names, int uses) {
        this.steps = steps;
        this.text = Arrays.copyOf(text, text.length + COPIED_AT_ONCE); // as many may be read behind its end
        this.keys = keys;
        this.names = names;
        this.uses = uses;
        this.lastTaken = new JsonCode[keys.size()];
        Arrays.fill(lastTaken, NONE);
    }

    int[] steps() {
        return steps;
    }

    byte[] text() {
        return text;
    }

    /// Whether the members of a fragment may stand in an object of this template: no name comes twice there.
    ///
    /// @param object the operand of [#MEMBERS]
    boolean mayTake(int object, JsonCode fragment) {
        if (lastTaken[object] == fragment) {
            return true;
        }
        boolean may = mayTake(object, fragment.names);
        if (may) {
            lastTaken[object] = fragment;
        }
        return may;
    }

    /// The same for elements of these names.
    boolean mayTake(int object, Set<String> fragment) {
        Set<String> taken = keys.get(object);
        for (String name : fragment) {
            if (taken.contains(name)) {
                return false;
            }
        }
        return true;
    }

    /// Bytes that an instance takes at most, without those of fragments in it.
    ///
    /// @param size of the instance's values, in bytes
    int bound(int size) {
        return text.length + steps.length / WIDTH * BYTES_PER_STEP + uses * BYTES_PER_BYTE * size;
    }
}
