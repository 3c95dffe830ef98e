package io.ashiato.samples.x86;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One decoded instruction.
///
/// @param address virtual address of its first byte
/// @param length in bytes, 1 to 15
/// @param opcode opcode byte, plus 256 times the map: 0 one byte, 1 `0F`, 2 `0F 38`, 3 `0F 3A`, 4 to 7 the other maps
///     of EVEX; plus 4096 times the `reg` field for opcodes that are groups
/// @param registers kind of its register operands
/// @param operandBytes width of general operands: 1, 2, 4, 8
/// @param memoryOperand its memory operand, null without one
/// @param immediateOperand null without one
/// @param immediate sign-extended value, 0 without one
/// @param direct whether `target` is known from the instruction alone
/// @param target where it jumps or calls to
public record Instruction(
        long address,
        int length,
        int opcode,
        Operation operation,
        Flow flow,
        RegisterClass registers,
        int operandBytes,
        @Nullable Memory memoryOperand,
        boolean immediateOperand,
        long immediate,
        boolean direct,
        long target) {

    /// What stands for bytes that are no instruction.
    public static Instruction invalid(long address) {
        return new Instruction(
                address, 1, 0, Operation.INVALID, Flow.STOP, RegisterClass.NONE, 4, null, false, 0, false, 0);
    }

    /// Address of the instruction behind it.
    public long next() {
        return address + length;
    }

    public Optional<Memory> memory() {
        return Optional.ofNullable(memoryOperand);
    }

    /// The address that its memory operand names without help of a register.
    public OptionalLong fixedAddress() {
        if (memoryOperand == null) {
            return OptionalLong.empty();
        }
        if (memoryOperand.base() == Memory.RIP) {
            return OptionalLong.of(next() + memoryOperand.displacement());
        }
        boolean absolute = memoryOperand.base() == Memory.NONE && memoryOperand.index() == Memory.NONE;
        return absolute ? OptionalLong.of(memoryOperand.displacement()) : OptionalLong.empty();
    }

    public boolean valid() {
        return operation != Operation.INVALID;
    }
}
