/// Linux and Unix executables (ELF), 32 and 64 bits, little-endian: what the file says of its making, what it takes
/// from others, and its code as a [io.ashiato.readers.ProgramImage].
///
/// [ElfReader] is the only way in. Files of big-endian machines are told as damage; nothing is unpacked, disassembled
/// or emulated.
///
/// Format: *System V Application Binary Interface*, chapters 4 and 5, and its processor supplements.
/// Limits stand as constants where they are used.
///
/// Depends on `bytes`, `model` and what readers share.
@org.jspecify.annotations.NullMarked
package io.ashiato.readers.elf;
