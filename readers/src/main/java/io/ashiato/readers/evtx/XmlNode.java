package io.ashiato.readers.evtx;

/// What an element can hold.
public sealed interface XmlNode permits XmlElement, BinXmlValue, XmlInstruction {}
