/// Documents of Office 97 to 2003 and other compound files (MS-CFB): properties, macros as text, embedded files,
/// links, hidden sheets, encryption. Text and layout are not read; nothing is run or followed. The compound file
/// itself is read by Apache POI through `io.ashiato.readers.CompoundFile`, what lies in its streams by own code.
@org.jspecify.annotations.NullMarked
package io.ashiato.readers.ole;
