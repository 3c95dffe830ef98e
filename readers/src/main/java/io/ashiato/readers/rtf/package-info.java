/// Documents in Rich Text Format (RTF 1.9.1): what they state of their making, templates and fields that load from
/// elsewhere, objects inside. Written for files that are made to mislead other readers: text in odd escapes, hex of
/// objects broken up by blanks, groups and control words. Layout is not read.
@org.jspecify.annotations.NullMarked
package io.ashiato.readers.rtf;
