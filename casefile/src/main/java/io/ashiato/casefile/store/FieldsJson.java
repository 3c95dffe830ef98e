package io.ashiato.casefile.store;

import io.ashiato.bytes.JsonBuffer;
import io.ashiato.bytes.UniqueNames;
import io.ashiato.model.Fields;
import java.util.HashMap;
import java.util.Map;

/// The fields of events as members of a JSON object. Empty ones are left out; a name that occurs again gets
/// `_1`, `_2`, ... as in `dump`. For one thread.
public final class FieldsJson {
    /// Names that are kept as JSON; templates have some hundred, evidence may make up any number.
    private static final int MOST_NAMES = 1 << 12;

    /// Longer names are no names of templates.
    private static final int LONGEST_NAME = 64;

    private final String prefix;
    private final Map<String, Name> names = new HashMap<>();
    private long events;

    /// A name as JSON.
    private static final class Name {
        private final byte[] quoted;
        private long lastEvent;

        Name(byte[] quoted) {
            this.quoted = quoted;
        }
    }

    /// @param prefix of each name
    public FieldsJson(String prefix) {
        this.prefix = prefix;
    }

    /// Appends the members.
    public void write(JsonBuffer out, Fields fields) {
        int begin = out.length();
        if (!isWrittenByKnownNames(out, fields)) {
            out.cut(begin);
            writeNumbered(out, fields);
        }
    }

    /// Appends the members, as long as each name is kept and occurs once.
    private boolean isWrittenByKnownNames(JsonBuffer out, Fields fields) {
        events++;
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.value(i).isEmpty()) {
                Name name = names.get(fields.name(i));
                if (name == null) {
                    if (names.size() >= MOST_NAMES || fields.name(i).length() > LONGEST_NAME) {
                        return false;
                    }
                    name = new Name(quoted(fields.name(i)));
                    names.put(fields.name(i), name);
                }
                if (name.lastEvent == events) {
                    return false;
                }
                name.lastEvent = events;
                out.name(name.quoted).text(fields.value(i));
            }
        }
        return true;
    }

    private byte[] quoted(String name) {
        return new JsonBuffer().text(prefix + name).json(":").take();
    }

    private void writeNumbered(JsonBuffer out, Fields fields) {
        var unique = new UniqueNames();
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.value(i).isEmpty()) {
                out.member(prefix + unique.next(fields.name(i)), fields.value(i));
            }
        }
    }
}
