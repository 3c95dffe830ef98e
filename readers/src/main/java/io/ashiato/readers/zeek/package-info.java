/// Logs of Zeek in its own form: columns parted by tabs, with lines in front that name the log (`#path`), the
/// columns and their types. Zeek's JSON is read by the package for JSON.
///
/// Columns keep their names (`id.orig_h`); what Zeek left unset makes no field; a set makes a field for each
/// element.
///
/// Depends on `model`, `bytes` and the common types of `readers`.
@org.jspecify.annotations.NullMarked
package io.ashiato.readers.zeek;
