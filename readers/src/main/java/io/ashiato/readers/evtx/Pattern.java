package io.ashiato.readers.evtx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A piece of a template definition, before values are put into it.
sealed interface Pattern {
    /// An element whose content depends on values.
    ///
    /// @param dependency the value that must not be null for the element to be there, or
    ///     [#NO_DEPENDENCY]
    record Element(String name, List<Attribute> attributes, List<Pattern> children, int dependency)
            implements Pattern {}

    /// A place for a value. Whether it is optional in the format's sense does not matter here: an
    /// empty value leaves nothing behind either way.
    record Slot(int index) implements Pattern {}

    /// Content that is the same in each instance.
    record Fixed(XmlNode node) implements Pattern {}

    /// An attribute of an element.
    sealed interface Attribute {}

    /// An attribute that is the same in each instance.
    record FixedAttribute(XmlAttribute attribute) implements Attribute {}

    /// An attribute whose parts are slots and fixed values.
    record OpenAttribute(String name, List<Pattern> value) implements Attribute {
        /// The slot that is all of the value, if it is one.
        Optional<Integer> onlySlot() {
            return value.size() == 1 && value.getFirst() instanceof Slot(int index)
                    ? Optional.of(index)
                    : Optional.empty();
        }
    }

    /// How many values an instance must have so that each slot and each dependency has one.
    static int slots(List<Pattern> patterns) {
        int most = 0;
        for (Pattern pattern : patterns) {
            most = Math.max(
                    most,
                    switch (pattern) {
                        case Slot(int index) -> index + 1;
                        case Fixed fixed -> 0;
                        case Element element -> slots(element);
                    });
        }
        return most;
    }

    /// How often the value used most often is used.
    static int mostUses(List<Pattern> patterns) {
        var uses = new HashMap<Integer, Integer>();
        count(patterns, uses);
        return uses.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private static void count(List<Pattern> patterns, Map<Integer, Integer> uses) {
        for (Pattern pattern : patterns) {
            switch (pattern) {
                case Slot(int index) -> uses.merge(index, 1, Integer::sum);
                case Fixed fixed -> {}
                case Element element -> {
                    count(element.children(), uses);
                    for (Attribute attribute : element.attributes()) {
                        if (attribute instanceof OpenAttribute(String name, List<Pattern> value)) {
                            count(value, uses);
                        }
                    }
                }
            }
        }
    }

    /// Whether an array is among what is the same in each instance: the element around it is repeated.
    static boolean haveArray(List<Pattern> patterns) {
        for (Pattern pattern : patterns) {
            boolean hasArray = switch (pattern) {
                case Fixed(XmlNode node) -> node instanceof BinXmlValue.Array;
                case Slot slot -> false;
                case Element element -> haveArray(element.children()) || attributesHaveArray(element.attributes());
            };
            if (hasArray) {
                return true;
            }
        }
        return false;
    }

    private static boolean attributesHaveArray(List<Attribute> attributes) {
        for (Attribute attribute : attributes) {
            boolean hasArray = switch (attribute) {
                case FixedAttribute(XmlAttribute fixed) ->
                    fixed.value().stream().anyMatch(BinXmlValue.Array.class::isInstance);
                case OpenAttribute open -> haveArray(open.value());
            };
            if (hasArray) {
                return true;
            }
        }
        return false;
    }

    /// About how many characters it takes to write the patterns out, values left out: [XmlElement#unfolded].
    static long unfolded(List<Pattern> patterns) {
        long characters = 0;
        for (Pattern pattern : patterns) {
            characters += switch (pattern) {
                case Slot slot -> 0;
                case Fixed(XmlNode node) -> XmlElement.characters(node);
                case Element element -> unfolded(element);
            };
        }
        return characters;
    }

    private static long unfolded(Element element) {
        long characters = XmlElement.tag(element.name()) + unfolded(element.children());
        for (Attribute attribute : element.attributes()) {
            characters += switch (attribute) {
                case FixedAttribute(XmlAttribute fixed) -> XmlElement.characters(element.name(), fixed);
                case OpenAttribute(String name, List<Pattern> value) ->
                    XmlElement.tag(element.name(), name) + unfolded(value);
            };
        }
        return characters;
    }

    /// Levels of elements.
    static int height(List<Pattern> patterns) {
        int highest = 0;
        for (Pattern pattern : patterns) {
            int height = switch (pattern) {
                case Slot slot -> 0;
                case Fixed(XmlNode node) -> node instanceof XmlElement element ? element.height() : 0;
                case Element element -> 1 + height(element.children());
            };
            highest = Math.max(highest, height);
        }
        return highest;
    }

    private static int slots(Element element) {
        int most = Math.max(
                slots(element.children()), element.dependency() == NO_DEPENDENCY ? 0 : element.dependency() + 1);
        for (Attribute attribute : element.attributes()) {
            if (attribute instanceof OpenAttribute(String name, List<Pattern> value)) {
                most = Math.max(most, slots(value));
            }
        }
        return most;
    }

    /// The format's number for "depends on nothing".
    int NO_DEPENDENCY = 0xFFFF;
}
