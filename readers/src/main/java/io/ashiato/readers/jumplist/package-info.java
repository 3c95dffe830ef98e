/// Jump lists of Windows 7 and later: what was opened with a program, as shortcuts in one file.
///
/// [JumpListReader] reads automatic destinations (an OLE2 file: a list of entries and a shortcut for
/// each) and custom destinations (shortcuts one after another). The shortcuts themselves become
/// children and are read as such. Which program a list belongs to stands in its file name only, which
/// a reader does not see.
///
/// Format: libyal, *Jump lists format*; the OLE2 shell is read by Apache POI, whose exceptions end here.
///
/// Depends on `model`, `bytes`, POI and the common types of `readers`.
@org.jspecify.annotations.NullMarked
package io.ashiato.readers.jumplist;
