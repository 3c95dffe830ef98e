package io.ashiato.readers.evtx;

import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import java.util.ArrayList;
import java.util.List;

/// Puts the values of a template instance into its patterns, within the limits of one record.
final class TreeBuilder {
    private int nodes;
    private int nodeLimit;

    /// Begins a record.
    ///
    /// @param mostNodes how many elements, attributes and values may be put together for it
    void start(int mostNodes) {
        nodes = 0;
        nodeLimit = mostNodes;
    }

    /// Nodes put together since [#start].
    int nodes() {
        return nodes;
    }

    /// Puts a template's element into `out`: left out if it depends on a null value (MS-EVEN6
    /// 2.2.12), repeated if a value in it is an array (3.1.4.7.5).
    private void place(Pattern.Element pattern, List<Substitution> values, List<XmlNode> out, long offset) {
        int dependency = pattern.dependency();
        if (dependency < values.size() && values.get(dependency) instanceof BinXmlValue.Null) {
            return;
        }
        XmlElement element = build(pattern, values, offset);
        if (hasArray(element)) {
            expand(element, out, offset);
        } else {
            out.add(element);
        }
    }

    /// The element with values in place of its slots.
    XmlElement build(Pattern.Element pattern, List<Substitution> values, long offset) {
        var attributes = new ArrayList<XmlAttribute>(pattern.attributes().size());
        for (Pattern.Attribute attribute : pattern.attributes()) {
            attributes.add(
                    switch (attribute) {
                        case Pattern.FixedAttribute(XmlAttribute fixed) -> fixed;
                        case Pattern.OpenAttribute(String name, List<Pattern> value) ->
                            new XmlAttribute(name, parts(value, values));
                    });
        }
        var children = new ArrayList<XmlNode>(pattern.children().size());
        for (Pattern child : pattern.children()) {
            switch (child) {
                case Pattern.Fixed(XmlNode node) -> children.add(node);
                case Pattern.Element element -> place(element, values, children, offset);
                case Pattern.Slot(int index) -> {
                    if (index < values.size()) {
                        fill(values.get(index), children);
                    }
                }
            }
        }
        return made(pattern.name(), attributes, children, offset);
    }

    static List<BinXmlValue> parts(List<Pattern> patterns, List<Substitution> values) {
        var parts = new ArrayList<BinXmlValue>(patterns.size());
        for (Pattern pattern : patterns) {
            switch (pattern) {
                case Pattern.Fixed(BinXmlValue value) -> parts.add(value);
                case Pattern.Slot(int index) -> {
                    if (index < values.size() && values.get(index) instanceof BinXmlValue value && !value.isEmpty()) {
                        parts.add(value);
                    }
                }
                case Pattern.Fixed nothing -> {} // an element: has no place in an attribute
                case Pattern.Element nothing -> {}
            }
        }
        return parts;
    }

    private static void fill(Substitution value, List<XmlNode> out) {
        switch (value) {
            case Substitution.Fragment(List<XmlElement> roots) -> out.addAll(roots);
            case BinXmlValue leaf -> {
                if (!leaf.isEmpty()) {
                    out.add(leaf);
                }
            }
        }
    }

    private static boolean hasArray(XmlElement element) {
        for (XmlNode child : element.children()) {
            if (isExpandable(child)) {
                return true;
            }
        }
        for (XmlAttribute attribute : element.attributes()) {
            for (BinXmlValue part : attribute.value()) {
                if (isExpandable(part)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isExpandable(XmlNode node) {
        return node instanceof BinXmlValue.Array(List<BinXmlValue> items) && items.size() > 1;
    }

    /// One element for each item of the first array in it, content before attributes; then the same
    /// for the next array.
    private void expand(XmlElement element, List<XmlNode> out, long offset) {
        if (!hasArray(element)) {
            out.add(element);
            return;
        }
        for (int i = 0; i < element.children().size(); i++) {
            if (isExpandable(element.children().get(i))
                    && element.children().get(i) instanceof BinXmlValue.Array(List<BinXmlValue> items)) {
                for (BinXmlValue item : items) {
                    List<XmlNode> children = replaced(element.children(), i, item);
                    expand(made(element.name(), element.attributes(), children, offset), out, offset);
                }
                return;
            }
        }
        for (int i = 0; i < element.attributes().size(); i++) {
            XmlAttribute attribute = element.attributes().get(i);
            for (int j = 0; j < attribute.value().size(); j++) {
                if (isExpandable(attribute.value().get(j))
                        && attribute.value().get(j) instanceof BinXmlValue.Array(List<BinXmlValue> items)) {
                    for (BinXmlValue item : items) {
                        var one = new XmlAttribute(attribute.name(), replaced(attribute.value(), j, item));
                        List<XmlAttribute> attributes = new ArrayList<>(element.attributes());
                        attributes.set(i, one);
                        expand(made(element.name(), attributes, element.children(), offset), out, offset);
                    }
                    return;
                }
            }
        }
    }

    /// A copy with one place changed; an empty item leaves nothing behind.
    private static <T extends XmlNode> List<T> replaced(List<T> nodes, int index, T item) {
        var copy = new ArrayList<>(nodes);
        if (item instanceof BinXmlValue value && value.isEmpty()) {
            copy.remove(index);
        } else {
            copy.set(index, item);
        }
        return copy;
    }

    private XmlElement made(String name, List<XmlAttribute> attributes, List<XmlNode> children, long offset) {
        count(1 + attributes.size() + children.size(), offset);
        var element = new XmlElement(name, attributes, children);
        if (element.height() > Limits.DEPTH) {
            throw new MalformedException(new Damage.OverLimit("element depth", offset, Limits.DEPTH));
        }
        if (element.unfolded() > Limits.RECORD_CHARACTERS) {
            throw new MalformedException(new Damage.OverLimit("record text", offset, Limits.RECORD_CHARACTERS));
        }
        return element;
    }

    /// Adds to the nodes of this record.
    void count(int more, long offset) {
        nodes += more;
        if (nodes > nodeLimit) {
            throw new MalformedException(new Damage.OverLimit("record nodes", offset, nodeLimit));
        }
    }
}
