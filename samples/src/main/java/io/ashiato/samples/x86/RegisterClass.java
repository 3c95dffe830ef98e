package io.ashiato.samples.x86;

/// What kind of registers an instruction's register operands are.
public enum RegisterClass {
    NONE,
    GENERAL,
    /// MMX, XMM, YMM, ZMM and their masks.
    VECTOR,
    X87,
    /// Segment, control and debug registers.
    SYSTEM
}
