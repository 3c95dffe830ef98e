/// Says what a piece of evidence is by its first bytes, never by its name.
///
/// A pure function over the head of a file: magic numbers first, then the directory of a ZIP as far
/// as the head shows it, then what text looks like. It does not read on, does not unpack, and does
/// not judge whether the rest is sound: a reader finds that out.
///
/// Depends on `model`, `bytes` and the common types of `readers`.
@org.jspecify.annotations.NullMarked
package io.ashiato.readers.identify;
