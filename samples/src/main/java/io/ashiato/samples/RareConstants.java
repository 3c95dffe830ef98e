package io.ashiato.samples;

import io.ashiato.samples.x86.Instruction;

/// Which numbers in code tell something about the program and not about the machine.
final class RareConstants {
    private static final int LEAST = 0x100;

    private RareConstants() {}

    /// Compilers write the same constant signed or not, of 32 or 64 bits.
    static long normal(long value) {
        return value >= Integer.MIN_VALUE && value <= 0xFFFFFFFFL ? value & 0xFFFFFFFFL : value;
    }

    /// Whether the instruction's immediate is neither small nor a bit pattern of one bit or one row of bits, nor moves
    /// the stack pointer.
    static boolean isTelling(Instruction instruction) {
        long value = normal(instruction.immediate());
        long signed = (int) value;
        boolean small = value < LEAST || (value <= 0xFFFFFFFFL && signed < 0 && signed > -LEAST);
        return !small && !isRow(value) && !isRow(~value & 0xFFFFFFFFL) && !movesStack(instruction);
    }

    /// One row of bits with zeros around it, as masks and powers of two are.
    private static boolean isRow(long value) {
        long shifted = value >>> Long.numberOfTrailingZeros(value);
        return (shifted & (shifted + 1)) == 0;
    }

    /// Adding to or subtracting from a register a multiple of four: mostly the stack pointer.
    static boolean movesStack(Instruction instruction) {
        int opcode = instruction.opcode() & 0xFFF;
        int group = instruction.opcode() >> 12;
        return (opcode == 0x81 || opcode == 0x83)
                && (group == 0 || group == 5)
                && instruction.memoryOperand() == null
                && (instruction.immediate() & 3) == 0;
    }
}
