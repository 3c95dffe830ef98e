/// Windows executables (PE): what the file says of its making, what it takes from others, and its code as a
/// [io.ashiato.readers.ProgramImage].
///
/// [PeReader] is the only way in. It refuses to guess: nothing is unpacked, disassembled or emulated, no signature
/// is verified against a certificate authority, and no section is searched for a second program.
///
/// Format: Microsoft, *PE Format* (learn.microsoft.com), and where that is silent the sources named at each class.
/// Limits stand as constants where they are used.
///
/// Depends on `bytes`, `model` and what readers share.
@org.jspecify.annotations.NullMarked
package io.ashiato.readers.pe;
