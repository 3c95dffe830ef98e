package io.ashiato.readers.evtx;

import io.ashiato.bytes.LittleEndian;
import java.util.Arrays;

/// The fields of a fragment that is no template instance, found in its tokens: what [EvtxEvents] makes of the tree of
/// its elements, without the tree, and with the values where they lie.
///
/// Takes what Windows writes into UserData: elements, attributes, and in each element either a text or elements.
/// Whatever else there is, and whatever is not sound, it leaves to the plain reader. For one thread.
final class ElementFields {
    private static final int FIRST_SIZE = 64;

    /// Real fragments have some hundreds at most.
    private static final int MOST_FIELDS = 1 << 12;

    private static final int MOST_ATTRIBUTES = 64;

    /// Names of fields are put together of two names, and of parts that are no fields.
    private static final String BETWEEN = "_";

    private final ElementTokens tokens = new ElementTokens();
    private final RecentTexts recent;
    private byte[] chunk = new byte[0];
    private long unfolded;

    private int count;
    private String[] names = new String[FIRST_SIZE];
    private int[] ats = new int[FIRST_SIZE];
    private int[] sizes = new int[FIRST_SIZE];

    private final String[] attributes = new String[MOST_ATTRIBUTES];

    /// @param recent knows names that come again
    ElementFields(RecentTexts recent) {
        this.recent = recent;
    }

    /// Finds the fields of the elements that a fragment holds.
    ///
    /// @param areParts whether these are parts of the event ([EvtxEvents#data]); else they are inside of one
    ///     ([EvtxEvents#leaf])
    /// @param length bytes of `chunk` that are there
    /// @param from where the fragment begins
    /// @return whether all of it could be read here
    boolean read(boolean areParts, byte[] chunk, int length, int from, int size) {
        this.chunk = chunk;
        tokens.turnTo(chunk, length, from, size);
        count = 0;
        unfolded = 0;
        boolean isAny = false;
        while (tokens.hasMore()) {
            int token = tokens.next();
            if (token == ElementTokens.FRAGMENT_HEADER) {
                tokens.skip(ElementTokens.FRAGMENT_HEADER_REST);
            } else if (ElementTokens.is(token, ElementTokens.OPEN_START_TAG) && element(token, areParts, 1)) {
                isAny = true;
            } else {
                return false;
            }
        }
        return tokens.isWithin() && isAny;
    }

    /// Fields of the fragment read last.
    int count() {
        return count;
    }

    String name(int field) {
        return names[field];
    }

    /// Where the value's units begin in the chunk.
    int at(int field) {
        return ats[field];
    }

    /// The value's size in bytes.
    int size(int field) {
        return sizes[field];
    }

    /// What [XmlElement#unfolded] of the outermost elements comes to.
    long unfolded() {
        return unfolded;
    }

    /// Reads an element. A part is no field itself where it is empty.
    private boolean element(int token, boolean isPart, int height) {
        tokens.skip(4); // the element's size: the tokens tell where it ends
        if (height > TemplateLayout.MOST_HEIGHT || !tokens.name() || !isOrdinary()) {
            return false;
        }
        int units = tokens.nameUnits();
        String name = recent.text(chunk, tokens.nameAt(), ValueReader.TEXT << 16 | 2 * units);
        if (isPart && isOther(name)) {
            return false;
        }
        unfolded += 2L * units + XmlElement.TAG_CHARACTERS;
        if ((token & ElementTokens.MORE) != 0) {
            tokens.skip(4); // the size of all attributes
        }
        int first = count;
        int behind = attributes(name, units);
        if (behind == ElementTokens.CLOSE_EMPTY_TAG) {
            return isPart || insert(first, name, 0, 0);
        }
        return behind == ElementTokens.CLOSE_START_TAG && content(first, name, isPart, height);
    }

    /// Whether a part has rules of its own for its fields.
    private static boolean isOther(String part) {
        return part.equals(EvtxEvents.SYSTEM)
                || part.equals(EvtxEvents.EVENT_DATA)
                || part.equals(EvtxEvents.RENDERING_INFO);
    }

    /// Reads what an element holds, up to its end.
    ///
    /// @param first number of the element's first attribute
    private boolean content(int first, String name, boolean isPart, int height) {
        int token = tokens.next();
        if (ElementTokens.is(token, ElementTokens.OPEN_START_TAG)) {
            while (ElementTokens.is(token, ElementTokens.OPEN_START_TAG)) {
                if (!element(token, false, height + 1)) {
                    return false;
                }
                token = tokens.next();
            }
            return token == ElementTokens.END_TAG;
        }
        int at = 0;
        int size = 0;
        if (ElementTokens.is(token, ElementTokens.VALUE)) {
            if (!text()) {
                return false;
            }
            at = tokens.textAt();
            size = tokens.textSize();
            token = tokens.next();
        }
        if (token != ElementTokens.END_TAG) {
            return false;
        }
        // Of an element without elements the text comes before the attributes; of a part behind them.
        return isPart ? size == 0 || insert(count, name, at, size) : insert(first, name, at, size);
    }

    /// Adds the attributes that tell something.
    ///
    /// @param units of the element's name
    /// @return the token behind them; another than those of tags if they cannot be read here
    private int attributes(String element, int units) {
        int seen = 0;
        int token = tokens.next();
        while (ElementTokens.is(token, ElementTokens.ATTRIBUTE)) {
            if (!tokens.name() || !isOrdinary()) {
                return ElementTokens.NONE;
            }
            int at = tokens.nameAt();
            int length = tokens.nameUnits();
            token = tokens.next();
            boolean isThere = ElementTokens.is(token, ElementTokens.VALUE);
            if (isThere) {
                if (!text()) {
                    return ElementTokens.NONE;
                }
                token = tokens.next();
            }
            unfolded += (long) units + length + XmlElement.TAG_CHARACTERS;
            if (isThere && tokens.textSize() > 0) {
                String name = recent.text(chunk, at, ValueReader.TEXT << 16 | 2 * length);
                if (seen == MOST_ATTRIBUTES || isAmong(name, seen)) {
                    return ElementTokens.NONE;
                }
                attributes[seen++] = name;
                if (EvtxEvents.isFact(name)
                        && !insert(count, element + BETWEEN + name, tokens.textAt(), tokens.textSize())) {
                    return ElementTokens.NONE;
                }
            }
        }
        return token;
    }

    private boolean isAmong(String attribute, int seen) {
        for (int i = 0; i < seen; i++) {
            if (attributes[i].equals(attribute)) {
                return true;
            }
        }
        return false;
    }

    private boolean text() {
        boolean isText = tokens.text();
        unfolded += isText ? tokens.textSize() / 2 : 0;
        return isText;
    }

    /// Whether the name read last is plain ASCII, as all names of Windows are.
    private boolean isOrdinary() {
        int from = tokens.nameAt();
        for (int i = 0; i < tokens.nameUnits(); i++) {
            int unit = LittleEndian.u16(chunk, from + 2 * i);
            if (unit <= ' ' || unit >= 0x7F || unit == '"' || unit == '\\') {
                return false;
            }
        }
        return tokens.nameUnits() > 0;
    }

    /// Adds a field in front of those from `place` on.
    private boolean insert(int place, String name, int at, int size) {
        if (count == MOST_FIELDS) {
            return false;
        }
        if (count == names.length) {
            names = Arrays.copyOf(names, 2 * count);
            ats = Arrays.copyOf(ats, 2 * count);
            sizes = Arrays.copyOf(sizes, 2 * count);
        }
        int behind = count - place;
        System.arraycopy(names, place, names, place + 1, behind);
        System.arraycopy(ats, place, ats, place + 1, behind);
        System.arraycopy(sizes, place, sizes, place + 1, behind);
        names[place] = name;
        ats[place] = at;
        sizes[place] = size;
        count++;
        return true;
    }
}
