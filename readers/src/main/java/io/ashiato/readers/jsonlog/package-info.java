/// Logs whose records are JSON: one a line, in arrays, in an object with a list of them, or one after the other
/// over many lines.
///
/// A record becomes a flat list of places and texts while it is read; what shape it has, and so what its values
/// are called in the event, is decided for each record by the places alone. Windows records become the events
/// that their EVTX form would give. It does not trust a file's name, builds no trees, and gives up no log for
/// one bad line.
///
/// Depends on `model`, `bytes`, the common types of `readers` and Jackson's streaming parser.
@org.jspecify.annotations.NullMarked
package io.ashiato.readers.jsonlog;
