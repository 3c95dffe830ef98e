package io.ashiato.readers.evtx;

import java.util.List;

/// A template as one chunk defines it, or a fragment that is none and says the same each time.
///
/// @param place of the definition, from the start of the chunk
/// @param length in bytes
/// @param patterns what it says, names resolved
/// @param names each use of a name in it; the same bytes mean another template where these names differ
/// @param nodes elements, attributes and values in it
/// @param isWhole whether it says everything by itself: no flaw in it, and no other template inside
/// @param isFragment whether it is a fragment, which has no header and no values
record TemplateDefinition(
        int place,
        int length,
        List<Pattern> patterns,
        List<NameUse> names,
        int nodes,
        boolean isWhole,
        boolean isFragment) {}
