package io.ashiato.samples.x86;

/// What an instruction does, coarsely: the classes in which compilers' choices for the same source mostly agree.
public enum Operation {
    /// Copies between registers and memory, also absolute and non-temporal.
    MOVE('M'),
    /// Widens: `movzx`, `movsx`, `cdq`.
    EXTEND('E'),
    /// `lea`.
    ADDRESS('L'),
    PUSH('H'),
    POP('P'),
    /// `xchg`, `xadd`, `cmpxchg`.
    EXCHANGE('X'),
    ADD('A'),
    SUBTRACT('S'),
    MULTIPLY('U'),
    DIVIDE('D'),
    AND('&'),
    OR('|'),
    XOR('^'),
    NOT('~'),
    /// Shifts and rotations.
    SHIFT('<'),
    COMPARE('C'),
    TEST('T'),
    /// Single bits, bit scans, counts, byte swaps, BMI.
    BITS('B'),
    /// `setcc`.
    SET('?'),
    /// `cmovcc`.
    SELECT(':'),
    JUMP('J'),
    /// Conditional jumps and loops.
    BRANCH('j'),
    CALL('K'),
    RETURN('R'),
    /// `movs`, `stos`, `scas`, `cmps`, `lods`.
    STRING('*'),
    /// No-operations, landing pads, prefetches.
    NOTHING('-'),
    /// Breakpoints, undefined instructions, halts, interrupts.
    TRAP('!'),
    /// Ports, model registers, fences, processor identity.
    SYSTEM('Y'),
    X87('f'),
    /// Copies to, from and between vector registers.
    VECTOR_MOVE('m'),
    /// Packed integers, shuffles, masks, logic.
    VECTOR('v'),
    /// Floating-point arithmetic of SSE and later, scalar or packed.
    FLOAT('a'),
    CONVERT('c'),
    FLOAT_COMPARE('='),
    /// AES, SHA, CRC32, carry-less products.
    CRYPTO('#'),
    FLAGS('F'),
    /// `enter`, `leave`.
    FRAME('e'),
    INVALID('x');

    private final char code;

    Operation(char code) {
        this.code = code;
    }

    /// One character, as in the opcode tables; stands for it in hashes, which stores keep: never changes.
    public char code() {
        return code;
    }
}
