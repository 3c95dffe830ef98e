package io.ashiato.readers.evtx;

import java.util.List;

/// An attribute of an element.
///
/// @param value the parts of the value, to be read one behind the other; mostly one
public record XmlAttribute(String name, List<BinXmlValue> value) {
    public XmlAttribute {
        value = List.copyOf(value);
    }

    /// The value as text; `""` where it has none.
    public String text() {
        return BinXmlValue.text(value);
    }

    /// Whether no part of the value holds anything.
    public boolean isEmpty() {
        for (BinXmlValue part : value) {
            if (!part.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
