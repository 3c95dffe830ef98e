/// Logs that are tables: values parted by commas or another sign, under a line with the names of the columns.
///
/// What the columns mean no file says, so such a log is read only where the user describes it. A value that
/// holds the end of a line is not put together.
///
/// Depends on `model`, `bytes` and the common types of `readers`.
@org.jspecify.annotations.NullMarked
package io.ashiato.readers.csvlog;
