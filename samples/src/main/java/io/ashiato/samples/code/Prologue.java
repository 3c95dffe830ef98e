package io.ashiato.samples.code;

import io.ashiato.samples.code.CodeSpace.Region;
import io.ashiato.samples.x86.Instruction;
import io.ashiato.samples.x86.Memory;
import io.ashiato.samples.x86.Operation;

/// How compilers begin functions, and what they put between them.
final class Prologue {
    /// Functions begin at multiples of this where a compiler aligns them at all.
    static final int ALIGNMENT = 16;

    /// Padding that is skipped at a time; between functions it is less than one alignment, rarely up to 64.
    private static final int MAX_PADDING = 4096;

    private static final int GO_STACK_CHECK = 0x66; // ModRM of `cmp rsp, [r14+16]`

    private Prologue() {}

    /// The first address from `at` on that holds no padding.
    static long skipPadding(Region region, long at) {
        long next = at;
        while (next < region.end() && next - at < MAX_PADDING && region.owner(next) == 0) {
            int value = region.section.bytes()[(int) (next - region.start())] & 0xFF;
            if (value == 0xCC || value == 0x00) {
                next++;
                continue;
            }
            Instruction instruction = region.decoder.at(next);
            if (!isPadding(instruction)) {
                return next;
            }
            next = instruction.next();
        }
        return next;
    }

    private static boolean isPadding(Instruction instruction) {
        if (instruction.operation() == Operation.NOTHING) {
            return !isLandingPad(instruction);
        }
        // lea esi, [esi+0] and its like, as 32-bit compilers pad
        Memory memory = instruction.memoryOperand();
        return instruction.operation() == Operation.ADDRESS
                && memory != null
                && memory.displacement() == 0
                && memory.base() >= 6
                && memory.base() <= 7
                && memory.index() == Memory.NONE;
    }

    private static boolean isLandingPad(Instruction instruction) {
        return instruction.opcode() == 0x11E; // endbr32, endbr64
    }

    /// Whether at `at` there is padding up to an aligned address at which a function seems to begin: then what
    /// comes before does not run on.
    static boolean followsPadding(Region region, long at) {
        if (at >= region.end() || region.owner(at) != 0) {
            return false;
        }
        long next = skipPadding(region, at);
        return next > at && next % ALIGNMENT == 0 && next < region.end() && looksLikeStart(region, next);
    }

    /// Whether the code at an address begins as compilers let functions begin.
    static boolean looksLikeStart(Region region, long at) {
        Instruction first = region.decoder.at(at);
        if (isLandingPad(first)) {
            return true;
        }
        return switch (first.operation()) {
            case PUSH -> first.registers().equals(io.ashiato.samples.x86.RegisterClass.GENERAL) && first.length() <= 2;
            case SUBTRACT -> (first.opcode() & 0xFFE) == 0x080 + 0 || isStackAdjust(region, at, first);
            case COMPARE -> isGoStackCheck(region, at, first);
            case MOVE, ADDRESS -> savesToStack(first);
            default -> false;
        };
    }

    private static boolean isStackAdjust(Region region, long at, Instruction first) {
        int opcode = first.opcode() & 0xFFF;
        if (opcode != 0x81 && opcode != 0x83) {
            return false;
        }
        int offset = (int) (at - region.start()) + (first.operandBytes() == 8 ? 2 : 1);
        return offset < region.section.bytes().length && (region.section.bytes()[offset] & 0xFF) == 0xEC;
    }

    private static boolean isGoStackCheck(Region region, long at, Instruction first) {
        int offset = (int) (at - region.start()) + 2;
        return first.length() == 4 && (region.section.bytes()[offset] & 0xFF) == GO_STACK_CHECK;
    }

    private static boolean savesToStack(Instruction first) {
        Memory memory = first.memoryOperand();
        return memory != null
                && memory.base() == Memory.STACK
                && memory.displacement() > 0
                && (first.opcode() == 0x89 || first.opcode() == 0x88 || first.opcode() == 0x8B);
    }
}
