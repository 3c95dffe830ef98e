package io.ashiato.readers.evtx;

/// A place in binary XML that names an element, an attribute or the like.
///
/// @param at of the four bytes that tell where the name lies, from the start of the chunk
/// @param place of the name, from the start of the chunk
/// @param isHere whether the name lies right behind those four bytes
record NameUse(int at, int place, boolean isHere, String name) {}
