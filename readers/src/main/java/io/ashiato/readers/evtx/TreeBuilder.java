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
        expand(build(pattern, values, offset), out, offset);
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

    /// One element for each item of the first array in it, content before attributes; then the same
    /// for the next array. Without an array, the element itself.
    private void expand(XmlElement element, List<XmlNode> out, long offset) {
        int child = firstArray(element.children());
        if (child >= 0) {
            for (BinXmlValue item : items(element.children().get(child))) {
                List<XmlNode> children = replaced(element.children(), child, item);
                expand(made(element.name(), element.attributes(), children, offset), out, offset);
            }
            return;
        }
        for (XmlAttribute attribute : element.attributes()) {
            int part = firstArray(attribute.value());
            if (part >= 0) {
                for (BinXmlValue item : items(attribute.value().get(part))) {
                    var single = new XmlAttribute(attribute.name(), replaced(attribute.value(), part, item));
                    List<XmlAttribute> attributes = new ArrayList<>(element.attributes());
                    attributes.set(attributes.indexOf(attribute), single);
                    expand(made(element.name(), attributes, element.children(), offset), out, offset);
                }
                return;
            }
        }
        out.add(element);
    }

    /// Where the first array of more than one item stands, or -1.
    private static int firstArray(List<? extends XmlNode> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            if (items(nodes.get(i)).size() > 1) {
                return i;
            }
        }
        return -1;
    }

    private static List<BinXmlValue> items(XmlNode node) {
        return node instanceof BinXmlValue.Array(List<BinXmlValue> items) ? items : List.of();
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

    /// An element, counted and within the limits.
    XmlElement made(String name, List<XmlAttribute> attributes, List<XmlNode> children, long offset) {
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
