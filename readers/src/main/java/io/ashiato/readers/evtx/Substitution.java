package io.ashiato.readers.evtx;

import java.util.List;

/// What a template instance puts in place of a slot: a value, or a fragment of binary XML.
sealed interface Substitution permits BinXmlValue, Substitution.Fragment {

    /// The elements of a nested fragment: often one, also none, or two (EventData and RenderingInfo).
    record Fragment(List<XmlElement> elements) implements Substitution {}
}
