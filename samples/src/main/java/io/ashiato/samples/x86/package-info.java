/// Machine code of x86 and x64 as instructions: length, operation, operands, where it goes next.
///
/// Decodes one instruction at a time from bytes, by tables of the opcode maps (Intel SDM volume 2, appendix A). It
/// knows enough to follow and to compare code and no more: no text form, no flags, no timing. Bytes that are no
/// instruction are an instruction of the operation `INVALID`, never an exception. Depends on nothing.
@org.jspecify.annotations.NullMarked
package io.ashiato.samples.x86;
