package io.ashiato.readers.jsonlog;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The place of a value in a record, such as `winlog.event_data.Image`; the elements of an array share the
/// place of the array. Places are kept, and with them what they mean in each shape, so that a name is looked at
/// once for all records of a log. For one thread.
final class FieldPath {
    /// Characters of the places kept by one thread. Real logs have some thousand places of some dozen
    /// characters; a crafted one could name each field differently.
    private static final int MAX_KEPT = 1 << 21;

    /// Characters of a place; what lies deeper shares it. No rule names a place of more than some dozen, and a
    /// crafted record could make the names around its values much larger than itself.
    private static final int MAX_TEXT = 256;

    /// What a place weighs beside its text, in characters.
    private static final int WEIGHT = 64;

    /// Objects around a whole record, of Elasticsearch, Splunk and the tools that write XML as JSON.
    private static final String[] WRAPPERS = {"_source", "result", "Event"};

    private final @Nullable FieldPath parent;
    private final String name;
    private final int depth;
    private final String text;
    private final int marks;
    private final int[] kept;

    /// The record, by number, in which a member of this name was last met.
    private long seenIn;

    /// Whether a name down to here ends in a number, as converters of XML tell members of one name apart.
    private final boolean isNumbered;

    /// Whether its parent keeps it, so that all records share it.
    private boolean isShared;

    private final Map<String, FieldPath> children = new HashMap<>();
    private final @Nullable FieldRole[] roles = new FieldRole[RecordShape.COUNT];

    private FieldPath(@Nullable FieldPath parent, String name, int[] kept) {
        this.parent = parent;
        this.name = name;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.text = parent == null || parent.depth == 0 ? name : parent.text + "." + name;
        this.marks = parent == null ? 0 : parent.marks | Mark.of(text);
        this.kept = kept;
        this.isNumbered = (parent != null && parent.isNumbered) || baseLength(name) > 0;
    }

    /// The place of a record as a whole.
    static FieldPath root() {
        var root = new FieldPath(null, "", new int[1]);
        root.isShared = true;
        return root;
    }

    /// The place of a member, which is this one where it lies too deep. A name with dots is taken for several, since
    /// exports flatten objects that way.
    FieldPath child(String member) {
        FieldPath known = children.get(member);
        if (known != null) {
            return known;
        }
        if (text.length() > MAX_TEXT) {
            return this;
        }
        int dot = member.indexOf('.');
        FieldPath made = dot > 0 && dot < member.length() - 1
                ? child(member.substring(0, dot)).child(member.substring(dot + 1))
                : new FieldPath(this, member, kept);
        if (kept[0] < MAX_KEPT) {
            kept[0] += WEIGHT + made.text.length();
            children.put(member, made);
            made.isShared = true;
        }
        return made;
    }

    /// Whether all records with such a place have this object; else there was no room to keep it.
    boolean isShared() {
        return isShared;
    }

    /// Whether an object at this place is the record itself, wrapped.
    boolean isWrapper() {
        if (depth == 1) {
            for (String wrapper : WRAPPERS) {
                if (name.equals(wrapper)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The names from the record down to here, joined by dots.
    String text() {
        return text;
    }

    /// The last name.
    String name() {
        return name;
    }

    /// How many names lead here.
    int depth() {
        return depth;
    }

    /// The place of the object that the value is a member of.
    FieldPath parent() {
        return parent == null ? this : parent;
    }

    /// The place that the first `count` names lead to.
    FieldPath ancestor(int count) {
        FieldPath at = this;
        while (at.depth > count && at.parent != null) {
            at = at.parent;
        }
        return at;
    }

    /// Notes that a record, by number, has a member here.
    FieldPath seen(long record) {
        seenIn = record;
        return this;
    }

    /// This place with `Item_1` for `Item` wherever the record has an `Item` beside it.
    FieldPath withoutNumbers(long record) {
        if (!isNumbered || parent == null) {
            return this;
        }
        FieldPath above = parent.withoutNumbers(record);
        int base = baseLength(name);
        boolean isRepeated = base > 0 && parent.child(name.substring(0, base)).seenIn == record;
        return above.child(isRepeated ? name.substring(0, base) : name);
    }

    /// How long a name is without `_` and a number at its end; 0 where it has none.
    private static int baseLength(String name) {
        int digits = name.length();
        while (digits > 0 && name.charAt(digits - 1) >= '0' && name.charAt(digits - 1) <= '9') {
            digits--;
        }
        return digits > 1 && digits < name.length() && name.charAt(digits - 1) == '_' ? digits - 1 : 0;
    }

    /// What a value here tells about the record's shape, as bits of [Mark].
    int marks() {
        return marks;
    }

    /// What a value here is in records of that shape.
    FieldRole role(RecordShape shape) {
        FieldRole known = roles[shape.number()];
        if (known == null) {
            known = shape.role(this);
            roles[shape.number()] = known;
        }
        return known;
    }
}
