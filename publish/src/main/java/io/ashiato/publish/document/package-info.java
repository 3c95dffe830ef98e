/// A document without a format: sections, tables, quotes, figures, and lines of text whose parts say
/// what they are. A part that came from evidence is marked as such, so that a renderer cannot
/// mistake it for words of ours.
///
/// Knows no language and no format; holds no logic of an incident. Depends on nothing.
@org.jspecify.annotations.NullMarked
package io.ashiato.publish.document;
