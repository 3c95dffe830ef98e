package io.ashiato.samples;

import io.ashiato.samples.x86.Instruction;
import io.ashiato.samples.x86.Operation;

/// What an instruction means to the source, as far as compilers and levels of optimisation leave it alone.
enum Sense {
    /// Nothing that survives: copies, stack, addresses.
    NONE,
    COMPARE,
    SUM,
    LOGIC,
    SHIFT,
    PRODUCT,
    QUOTIENT,
    /// A constant that is stored or passed.
    VALUE,
    CALL,
    FLOAT,
    CONVERT,
    BITS,
    CRYPTO;

    static Sense of(Instruction instruction) {
        boolean constant = instruction.immediateOperand();
        return switch (instruction.operation()) {
            case COMPARE, TEST -> constant ? COMPARE : NONE;
            case ADD, SUBTRACT -> constant && !RareConstants.movesStack(instruction) ? SUM : NONE;
            case AND, OR, XOR -> constant ? LOGIC : NONE;
            case SHIFT -> constant ? SHIFT : NONE;
            case MULTIPLY -> PRODUCT;
            case DIVIDE -> QUOTIENT;
            case MOVE, PUSH -> constant ? VALUE : NONE;
            case CALL -> CALL;
            case FLOAT, X87, FLOAT_COMPARE -> FLOAT;
            case CONVERT -> CONVERT;
            case BITS -> BITS;
            case CRYPTO -> CRYPTO;
            default -> NONE;
        };
    }

    /// Constants that compilers put in and take out as they like: comparing with zero, setting to zero, counting by
    /// one, shifts that are address arithmetic.
    boolean isEveryday(long constant) {
        return switch (this) {
            case COMPARE -> constant == 0;
            case SUM, VALUE -> constant >= -1 && constant <= 1;
            case LOGIC -> constant == 0 || constant == -1;
            case SHIFT -> constant >= 0 && constant <= 3;
            default -> false;
        };
    }

    /// Subtracting is adding the opposite.
    long signed(Instruction instruction) {
        return instruction.operation() == Operation.SUBTRACT ? -instruction.immediate() : instruction.immediate();
    }
}
