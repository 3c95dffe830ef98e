package io.ashiato.readers.evtx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// The elements of a fragment that is no template instance as JSON, straight from its tokens (MS-EVEN6 2.2.12): what
/// [EvtxJson] writes of their tree, without the tree.
///
/// Takes what Windows writes there: elements, attributes, and in each one text at most, in front of any elements.
/// Whatever else there is, and whatever is not sound, it leaves to the plain reader. For one thread.
final class ElementBytes {
    /// Stands for the length of what is not taken.
    static final int REFUSED = -1;

    /// Keys of open objects: each new one is compared with all in its object.
    private static final int MOST_KEYS = 256;

    /// Characters of all elements; JSON takes six bytes for each at most.
    private static final int MOST_CHARACTERS = 1 << 20;

    private static final int FIRST_SIZE = 1 << 16;
    private static final int NONE = -1;
    private static final int BYTES_PER_UNIT = 6; // `\u0000`
    private static final int PUNCTUATION = 64; // around a name or a text, and what copying writes too much

    private static final byte[] DATA = ascii(EvtxJson.DATA);
    private static final byte[] EVENT_DATA = ascii("EventData");
    private static final byte[] USER_DATA = ascii("UserData");

    private byte[] chunk = new byte[0];
    private final ElementTokens tokens = new ElementTokens();

    private byte[] out = new byte[FIRST_SIZE];
    private int pos;
    private long unfolded;
    private final Set<String> names = new HashSet<>();

    // The keys of all open objects, the innermost last: where each name lies in `out`, and how often it came again.
    private final int[] keyAt = new int[MOST_KEYS];
    private final int[] keyLength = new int[MOST_KEYS];
    private final int[] keyAgain = new int[MOST_KEYS];
    private int keys;

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Writes the elements as members of an object, each with a comma behind it.
    ///
    /// @param chunk with [JsonBytes#SLACK] bytes behind the last
    /// @param length bytes of it that are there
    /// @param from where the fragment begins
    /// @return bytes that are now in [#bytes], or [#REFUSED]
    int write(byte[] chunk, int length, int from, int size) {
        this.chunk = chunk;
        tokens.turnTo(chunk, length, from, size);
        pos = 0;
        keys = 0;
        unfolded = 0;
        names.clear();
        while (tokens.hasMore()) {
            int token = tokens.next();
            if (token == ElementTokens.FRAGMENT_HEADER) {
                tokens.skip(ElementTokens.FRAGMENT_HEADER_REST);
            } else if (ElementTokens.is(token, ElementTokens.OPEN_START_TAG) && member(token, 0, false, 1)) {
                out[pos++] = ',';
            } else {
                return REFUSED;
            }
        }
        return tokens.isWithin() && keys > 0 && takesNames() ? pos : REFUSED;
    }

    /// Notes the names of the outermost elements, if each is there once.
    private boolean takesNames() {
        for (int i = 0; i < keys; i++) {
            names.add(new String(out, keyAt[i], keyLength[i], StandardCharsets.US_ASCII));
            if (keyAgain[i] > 0) {
                return false;
            }
        }
        return true;
    }

    /// What was written.
    byte[] bytes() {
        return out;
    }

    /// The names of the outermost elements.
    Set<String> names() {
        return names;
    }

    /// What [XmlElement#unfolded] of the outermost elements comes to.
    long unfolded() {
        return unfolded;
    }

    // ---- elements ----

    /// Writes an element as member of an object.
    ///
    /// @param object number of the object's first key
    /// @param hasData whether `Data` in the object stand under names of their own, which is not done here
    private boolean member(int token, int object, boolean hasData, int height) {
        tokens.skip(4); // the element's size: the tokens tell where it ends
        if (height > TemplateLayout.MOST_HEIGHT || unfolded > MOST_CHARACTERS || !tokens.name()) {
            return false;
        }
        int units = tokens.nameUnits();
        int key = key(object, tokens.nameAt(), units);
        if (key == NONE || (hasData && isKey(key, DATA))) {
            return false;
        }
        unfolded += 2L * units + XmlElement.TAG_CHARACTERS;
        if ((token & ElementTokens.MORE) != 0) {
            tokens.skip(4); // the size of all attributes
        }
        int outer = keys;
        boolean isWritten = element(units, isKey(key, EVENT_DATA) || isKey(key, USER_DATA), height);
        keys = outer;
        return isWritten;
    }

    private boolean element(int units, boolean isContainer, int height) {
        int start = pos;
        int token = attributes(units);
        boolean isObject = pos > start;
        if (token == ElementTokens.CLOSE_EMPTY_TAG) {
            return closed(isObject, false);
        }
        if (token != ElementTokens.CLOSE_START_TAG) {
            return false;
        }
        token = tokens.next();
        boolean isText = false;
        if (ElementTokens.is(token, ElementTokens.VALUE)) {
            if (!text()) {
                return false;
            }
            isText = tokens.textSize() > 0;
            if (isText) {
                put(isObject ? ",\"#text\":" : "");
                quoted();
            }
            token = tokens.next();
        }
        int firstKey = keys;
        while (ElementTokens.is(token, ElementTokens.OPEN_START_TAG)) {
            if (isText && !isObject) {
                return false;
            }
            put(isObject ? "," : "{");
            isObject = true;
            if (!member(token, firstKey, isContainer, height + 1)) {
                return false;
            }
            token = tokens.next();
        }
        return token == ElementTokens.END_TAG && closed(isObject, isText);
    }

    private boolean closed(boolean isObject, boolean isText) {
        if (isObject) {
            put("}");
        } else if (!isText) {
            put("null");
        }
        return true;
    }

    /// Writes the attributes that hold something, as the first member of the element's object.
    ///
    /// @param units of the element's name
    /// @return the token behind them
    private int attributes(int units) {
        int firstKey = keys;
        int start = pos;
        int token = tokens.next();
        while (ElementTokens.is(token, ElementTokens.ATTRIBUTE)) {
            if (!tokens.name()) {
                return NONE;
            }
            int from = tokens.nameAt();
            int size = tokens.nameUnits();
            token = tokens.next();
            boolean isThere = ElementTokens.is(token, ElementTokens.VALUE);
            if (isThere) {
                if (!text()) {
                    return NONE;
                }
                token = tokens.next();
            }
            unfolded += (long) units + size + XmlElement.TAG_CHARACTERS;
            if (isThere && tokens.textSize() > 0) {
                put(pos == start ? "{\"#attributes\":{" : ",");
                int key = key(firstKey, from, size);
                if (key == NONE || keyAgain[key] > 0) {
                    return NONE;
                }
                quoted();
            }
        }
        keys = firstKey;
        if (pos > start) {
            out[pos++] = '}';
        }
        return token;
    }

    // ---- keys ----

    /// Writes a name as key of an object, numbered where it came before ([EvtxJson]).
    ///
    /// @param object number of the object's first key
    /// @param nameAt where its units begin
    /// @return the number of the first key of this name, or [#NONE]
    private int key(int object, int nameAt, int nameUnits) {
        room(nameUnits);
        out[pos++] = '"';
        int from = pos;
        pos = JsonBytes.text(chunk, nameAt, 2 * nameUnits, out, pos);
        if (pos - from != nameUnits || !isOrdinary(from, nameUnits)) {
            return NONE; // something had to be escaped: a quotation mark, or the NUL that ends a name
        }
        int key = object;
        while (key < keys
                && !(keyLength[key] == nameUnits
                        && Arrays.equals(out, keyAt[key], keyAt[key] + nameUnits, out, from, pos))) {
            key++;
        }
        if (key < keys) {
            out[pos++] = '_';
            pos = JsonBytes.unsigned(++keyAgain[key], out, pos);
        } else if (keys < MOST_KEYS) {
            keyAt[keys] = from;
            keyLength[keys] = nameUnits;
            keyAgain[keys++] = 0;
        } else {
            return NONE;
        }
        out[pos++] = '"';
        out[pos++] = ':';
        return key;
    }

    /// Whether the key that begins at `from` cannot be taken for one of our own making: `#text`, `Item_1`.
    private boolean isOrdinary(int from, int nameUnits) {
        if (nameUnits == 0 || out[from] == '#') {
            return false;
        }
        int last = out[pos - 1];
        if (last >= '0' && last <= '9') {
            for (int i = from; i < pos; i++) {
                if (out[i] == '_') {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isKey(int key, byte[] name) {
        return keyLength[key] == name.length
                && Arrays.equals(out, keyAt[key], keyAt[key] + name.length, name, 0, name.length);
    }

    // ---- texts ----

    private boolean text() {
        boolean isText = tokens.text();
        unfolded += isText ? tokens.textSize() / 2 : 0;
        return isText;
    }

    /// Writes the text read last.
    private void quoted() {
        room(tokens.textSize() / 2);
        out[pos++] = '"';
        pos = JsonBytes.text(chunk, tokens.textAt(), tokens.textSize(), out, pos);
        out[pos++] = '"';
    }

    private void put(String text) {
        room(0);
        pos = JsonBytes.ascii(text, out, pos);
    }

    /// Makes room for a text of so many units, and for what stands around it.
    private void room(int units) {
        int needed = pos + BYTES_PER_UNIT * units + PUNCTUATION;
        if (needed > out.length) {
            out = Arrays.copyOf(out, 2 * needed);
        }
    }
}
