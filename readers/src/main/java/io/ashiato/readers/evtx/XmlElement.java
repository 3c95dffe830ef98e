package io.ashiato.readers.evtx;

import java.util.List;
import java.util.Optional;

/// An element of a record's XML, with all templates and substitutions resolved. Immutable.
///
/// An element may stand in several places of one tree, since a value may be used more than once:
/// the tree can be much larger than its objects. The reader limits both its depth and what it
/// unfolds to, so walking a tree that was read needs no limit of its own.
public final class XmlElement implements XmlNode {
    static final int TAG_CHARACTERS = 8; // brackets, quotes, commas around a name

    private final String name;
    private final List<XmlAttribute> attributes;
    private final List<XmlNode> children;
    private final int height;
    private final long unfolded;

    public XmlElement(String name, List<XmlAttribute> attributes, List<? extends XmlNode> children) {
        this.name = name;
        this.attributes = List.copyOf(attributes);
        this.children = List.copyOf(children);
        int highest = 0;
        long characters = tag(name);
        for (XmlAttribute attribute : this.attributes) {
            characters += characters(name, attribute);
        }
        for (XmlNode child : this.children) {
            characters += characters(child);
            if (child instanceof XmlElement element) {
                highest = Math.max(highest, element.height);
            }
        }
        this.height = highest + 1;
        this.unfolded = characters;
    }

    /// What the tags of an element add to [#unfolded].
    static long tag(String name) {
        return 2L * name.length() + TAG_CHARACTERS;
    }

    /// What an attribute adds, without its value. As a field, it has the element's name before its own.
    static long tag(String element, String attribute) {
        return (long) element.length() + attribute.length() + TAG_CHARACTERS;
    }

    static long characters(String element, XmlAttribute attribute) {
        long characters = tag(element, attribute.name());
        for (BinXmlValue part : attribute.value()) {
            characters += part.length();
        }
        return characters;
    }

    static long characters(XmlNode node) {
        return switch (node) {
            case XmlElement element -> element.unfolded;
            case BinXmlValue value -> value.length();
            case XmlInstruction(String target, String data) -> (long) target.length() + data.length() + TAG_CHARACTERS;
        };
    }

    public String name() {
        return name;
    }

    public List<XmlAttribute> attributes() {
        return attributes;
    }

    public List<XmlNode> children() {
        return children;
    }

    /// The first attribute of exactly this name.
    public Optional<XmlAttribute> attribute(String wanted) {
        for (XmlAttribute attribute : attributes) {
            if (attribute.name().equals(wanted)) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }

    /// The first child element of exactly this name.
    public Optional<XmlElement> child(String wanted) {
        for (XmlNode child : children) {
            if (child instanceof XmlElement element && element.name.equals(wanted)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /// Whether an element is among the children.
    public boolean hasElements() {
        for (XmlNode child : children) {
            if (child instanceof XmlElement) {
                return true;
            }
        }
        return false;
    }

    /// Whether a child that is no element holds text.
    public boolean hasText() {
        for (XmlNode child : children) {
            if (child instanceof BinXmlValue value && !value.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /// The values among the children as one text, child elements left out.
    public String text() {
        return BinXmlValue.text(children);
    }

    /// Levels of elements, this one included.
    int height() {
        return height;
    }

    /// About how many characters it takes to write this element out, each use of a value counted.
    long unfolded() {
        return unfolded;
    }
}
