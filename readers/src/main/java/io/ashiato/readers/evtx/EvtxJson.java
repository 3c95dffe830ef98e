package io.ashiato.readers.evtx;

import io.ashiato.bytes.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Records as JSON, in the shape that the tools around event logs share: elements are members,
/// attributes are under `#attributes`, text beside them is `#text`, and the `Data` of EventData are
/// members under their own names.
///
/// Integers and truth values are JSON literals, all else is text; an element without content is
/// `null`, a `Data` without content `""`. A name that comes again is numbered (`Item_1`); named
/// `Data` directly behind one another become an array. No key occurs twice in an object, and nothing
/// is dropped: unpaired surrogates and control characters are escaped.
public final class EvtxJson {
    static final String TEXT = "#text";
    static final String ATTRIBUTES = "#attributes";
    static final String DATA = "Data";
    static final String NAME = "Name";

    private final StringBuilder out;

    private EvtxJson(StringBuilder out) {
        this.out = out;
    }

    /// One line, without its end.
    public static String line(XmlElement root) {
        var out = new StringBuilder(1024);
        out.append('{');
        JsonText.quote(out, root.name());
        out.append(':');
        new EvtxJson(out).element(root, false);
        return out.append('}').toString();
    }

    /// What stands behind the key of an element.
    static String value(XmlElement element, boolean isDataContainer) {
        var out = new StringBuilder();
        new EvtxJson(out).element(element, isDataContainer);
        return out.toString();
    }

    /// What stands behind the key of a `Data`.
    static String dataValue(XmlElement data) {
        var out = new StringBuilder();
        new EvtxJson(out).data(data);
        return out.toString();
    }

    /// The values as JSON has them.
    static String content(List<BinXmlValue> values) {
        var out = new StringBuilder();
        new EvtxJson(out).appendContent(values);
        return out.toString();
    }

    /// Whether the `Data` of an element of this name stand under their own names.
    static boolean isDataContainer(String name) {
        return name.equals("EventData") || name.equals("UserData");
    }

    /// Whether a key is kept for structure, so that an element of that name gets another.
    static boolean isReserved(String key) {
        return key.equals(TEXT) || key.equals(ATTRIBUTES);
    }

    private void element(XmlElement element, boolean isDataContainer) {
        boolean attributes = hasAttributes(element.attributes());
        if (attributes || element.hasElements()) {
            object(element, element.attributes(), isDataContainer);
        } else if (element.hasText()) {
            appendContent(element.children());
        } else {
            out.append("null");
        }
    }

    /// A `Data` element: its `Name` is the key already.
    private void data(XmlElement data) {
        List<XmlAttribute> others = withoutName(data.attributes());
        if (hasAttributes(others) || data.hasElements()) {
            object(data, others, false);
        } else {
            appendContent(data.children());
        }
    }

    private void object(XmlElement element, List<XmlAttribute> attributes, boolean isDataContainer) {
        var keys = new Keys();
        out.append('{');
        if (hasAttributes(attributes)) {
            keys.write(ATTRIBUTES);
            attributes(attributes);
        } else {
            keys.reserve(ATTRIBUTES);
        }
        if (element.hasText()) {
            keys.write(TEXT);
            appendContent(element.children());
        } else {
            keys.reserve(TEXT);
        }
        if (isDataContainer) {
            container(element, keys);
        } else {
            for (XmlNode child : element.children()) {
                if (child instanceof XmlElement member) {
                    member(member, keys);
                }
            }
        }
        out.append('}');
    }

    private void member(XmlElement member, Keys keys) {
        keys.write(member.name());
        element(member, isDataContainer(member.name()));
    }

    /// EventData and UserData: a `Data` with a name stands under that, those without one stand
    /// together at the place of the first.
    private void container(XmlElement element, Keys keys) {
        List<XmlElement> children = new ArrayList<>();
        List<XmlElement> unnamed = new ArrayList<>();
        for (XmlNode node : element.children()) {
            if (node instanceof XmlElement child) {
                children.add(child);
                if (isData(child) && dataName(child).isEmpty()) {
                    unnamed.add(child);
                }
            }
        }
        boolean unnamedWritten = false;
        int next;
        for (int i = 0; i < children.size(); i = next) {
            XmlElement child = children.get(i);
            next = i + 1;
            if (!isData(child)) {
                member(child, keys);
            } else if (!dataName(child).isEmpty()) {
                next = endOfRun(children, i);
                keys.write(dataName(child));
                dataValues(children.subList(i, next));
            } else if (!unnamedWritten) {
                unnamedWritten = true;
                keys.write(DATA);
                out.append("{\"#text\":");
                dataValues(unnamed);
                out.append('}');
            }
        }
    }

    /// Behind the last of the `Data` that follow the one at `start` under the same name.
    private static int endOfRun(List<XmlElement> children, int start) {
        String name = dataName(children.get(start));
        int end = start + 1;
        while (end < children.size()
                && isData(children.get(end))
                && dataName(children.get(end)).equals(name)) {
            end++;
        }
        return end;
    }

    private void dataValues(List<XmlElement> values) {
        if (values.size() == 1) {
            data(values.getFirst());
            return;
        }
        out.append('[');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            data(values.get(i));
        }
        out.append(']');
    }

    private static boolean isData(XmlElement element) {
        return element.name().equals(DATA);
    }

    /// The name of a `Data`; `""` where it has none.
    static String dataName(XmlElement data) {
        for (XmlAttribute attribute : data.attributes()) {
            if (attribute.name().equals(NAME)) {
                return attribute.text();
            }
        }
        return "";
    }

    private static List<XmlAttribute> withoutName(List<XmlAttribute> attributes) {
        if (attributes.size() == 1 && attributes.getFirst().name().equals(NAME)) {
            return List.of();
        }
        return attributes.stream()
                .filter(attribute -> !attribute.name().equals(NAME))
                .toList();
    }

    private static boolean hasAttributes(List<XmlAttribute> attributes) {
        for (XmlAttribute attribute : attributes) {
            if (!attribute.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void attributes(List<XmlAttribute> attributes) {
        var keys = new Keys();
        out.append('{');
        for (XmlAttribute attribute : attributes) {
            if (!attribute.isEmpty()) {
                keys.write(attribute.name());
                appendContent(attribute.value());
            }
        }
        out.append('}');
    }

    /// The values among the nodes: as literal if there is but one and it has such a form, else as
    /// one text.
    private void appendContent(List<? extends XmlNode> nodes) {
        BinXmlValue only = null;
        int values = 0;
        for (XmlNode node : nodes) {
            if (node instanceof BinXmlValue value && !value.isEmpty()) {
                only = value;
                values++;
            }
        }
        if (only != null && values == 1 && only.isJsonLiteral()) {
            out.append(only.text());
        } else {
            out.append('"');
            for (XmlNode node : nodes) {
                if (node instanceof BinXmlValue value) {
                    JsonText.escape(out, value.text());
                }
            }
            out.append('"');
        }
    }

    /// The keys of one object: writes each once, numbered where a name comes again.
    private final class Keys {
        private final Map<String, Integer> used = new HashMap<>();
        private boolean first = true;

        /// Keeps a key for structure, so that a name from the log cannot be taken for it.
        void reserve(String key) {
            used.put(key, 0);
        }

        void write(String name) {
            if (!first) {
                out.append(',');
            }
            first = false;
            JsonText.quote(out, unused(name));
            out.append(':');
        }

        private String unused(String name) {
            Integer last = used.putIfAbsent(name, 0);
            if (last == null) {
                return name;
            }
            int number = last + 1;
            String key = name + "_" + number;
            while (used.putIfAbsent(key, 0) != null) {
                number++;
                key = name + "_" + number;
            }
            used.put(name, number);
            return key;
        }
    }
}
