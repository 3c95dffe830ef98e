package io.ashiato.samples.x86;

/// Where control goes after an instruction.
public enum Flow {
    /// To the next instruction.
    NEXT,
    /// To the target only.
    JUMP,
    /// To the target or to the next instruction.
    BRANCH,
    /// To the target, and mostly back to the next instruction.
    CALL,
    /// Back to the caller.
    RETURN,
    /// Nowhere: a trap, a halt, or no instruction at all.
    STOP
}
