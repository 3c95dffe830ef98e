/// Windows shortcuts (LNK), from bytes to what they state.
///
/// [ShortcutReader] reads header, target id list with its shell items, link info, strings, all extra
/// blocks and what was appended behind the end. Damage costs the structure it is in. It follows no
/// path, resolves no environment variable, and takes no field's word for another's: where they
/// contradict each other, that is a fact of its own.
///
/// Format: MS-SHLLINK; shell items and their extension blocks after libyal, *Windows Shell Item format*;
/// MS-PROPSTORE; MS-DLTW for the tracker.
///
/// Depends on `model`, `bytes` and the common types of `readers`.
@org.jspecify.annotations.NullMarked
package io.ashiato.readers.lnk;
