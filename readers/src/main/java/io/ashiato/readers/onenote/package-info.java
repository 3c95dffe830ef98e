/// Sections of OneNote (MS-ONESTORE): the files inside, which lures of this kind are made of. Pages and their text are
/// not read.
@org.jspecify.annotations.NullMarked
package io.ashiato.readers.onenote;
