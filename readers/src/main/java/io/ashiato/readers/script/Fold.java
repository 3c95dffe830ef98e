package io.ashiato.readers.script;

/// An expression that was understood.
///
/// @param token what it makes
/// @param end behind its last token
/// @param technique that it undoes
record Fold(Token token, int end, Technique technique) {}
