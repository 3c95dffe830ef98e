/// The functions of a program: where each begins and which blocks of instructions belong to it.
///
/// Starts from what the file itself says (entry, exports, symbols, unwind tables), follows calls and jumps, then looks
/// at pointers in data and at what is left between the functions. Guesses are bounded and judged by what they
/// decode to. It runs nothing, knows no processor but x86 and x64, and does not unpack. Depends on `readers` for the
/// image and on `samples.x86`.
@org.jspecify.annotations.NullMarked
package io.ashiato.samples.code;
