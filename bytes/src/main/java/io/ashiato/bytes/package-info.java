/// Bytes of evidence, read with bounds checks: cursor, damage, sources, digests, text.
///
/// Knows no format and does no I/O of its own. Depends on nothing.
@org.jspecify.annotations.NullMarked
package io.ashiato.bytes;
