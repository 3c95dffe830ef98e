package io.ashiato.readers.evtx;

import java.util.ArrayList;
import java.util.List;

/// A piece of binary XML to be written, by the format's own tokens.
public sealed interface WrittenNode {
    /// No dependency on a value.
    int INDEPENDENT = 0xFFFF;

    /// @param dependency index of the value that must not be null for the element to be there; only
    ///     written inside a template
    record Element(String name, List<Attribute> attributes, List<WrittenNode> children, int dependency)
            implements WrittenNode {
        /// The same element with one more attribute.
        ///
        /// @param parts of the attribute's value, one behind the other
        public Element with(String attribute, WrittenNode... parts) {
            var more = new ArrayList<>(attributes);
            more.add(new Attribute(attribute, List.of(parts)));
            return new Element(name, List.copyOf(more), children, dependency);
        }

        public Element with(String attribute, String value) {
            return with(attribute, new Text(value));
        }

        /// The same element, left out where the value of this index is null.
        public Element dependingOn(int index) {
            return new Element(name, attributes, children, index);
        }
    }

    record Attribute(String name, List<WrittenNode> parts) {}

    /// A piece of the text of an element or an attribute.
    sealed interface CharacterData extends WrittenNode {}

    record Text(String text) implements CharacterData {}

    /// A place for a value of the template instance.
    record Slot(int index, int type, boolean optional) implements WrittenNode {}

    record CData(String text) implements CharacterData {}

    record CharacterReference(char character) implements CharacterData {}

    record EntityReference(String name) implements CharacterData {}

    record Instruction(String target, String data) implements WrittenNode {}

    /// An instance of a template: its definition, written where it is first used in a chunk, and values.
    record Instance(Element definition, List<WrittenValue> values) implements WrittenNode {
        public Instance {
            values = List.copyOf(values);
        }
    }

    /// Bytes as they are, for what no sound writer would write.
    final class Raw implements WrittenNode {
        private final byte[] bytes;

        public Raw(byte... bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    static Element element(String name, WrittenNode... children) {
        return new Element(name, List.of(), List.of(children), INDEPENDENT);
    }

    static WrittenNode text(String text) {
        return new Text(text);
    }

    static WrittenNode slot(int index, int type) {
        return new Slot(index, type, true);
    }
}
