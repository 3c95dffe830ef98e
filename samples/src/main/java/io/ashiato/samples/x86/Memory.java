package io.ashiato.samples.x86;

/// A memory operand.
///
/// @param base number of the base register, [#RIP], or [#NONE]
/// @param index number of the index register or [#NONE]
/// @param scale factor of the index: 1, 2, 4, 8
/// @param displacement sign-extended; EVEX's compressed form is not multiplied out
public record Memory(int base, int index, int scale, long displacement) {
    /// No register there.
    public static final int NONE = -1;

    /// The address of the next instruction serves as base.
    public static final int RIP = 16;

    /// The stack pointer's number.
    public static final int STACK = 4;

    /// The frame pointer's number.
    public static final int FRAME = 5;
}
