package io.ashiato.samples;

import io.ashiato.samples.x86.Instruction;
import io.ashiato.samples.x86.Operation;

/// What an instruction means to the source, as far as compilers and levels of optimisation leave it alone.
enum Sense {
    /// Nothing that survives: copies, stack, addresses.
    NONE(0),
    COMPARE(1),
    SUM(2),
    LOGIC(3),
    SHIFT(4),
    PRODUCT(5),
    QUOTIENT(6),
    /// A constant that is stored or passed.
    VALUE(7),
    CALL(8),
    FLOAT(9),
    CONVERT(10),
    BITS(11),
    CRYPTO(12);

    private final int number;

    Sense(int number) {
        this.number = number;
    }

    /// Stands for it in hashes, which stores keep: never changes.
    int number() {
        return number;
    }

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
