package io.ashiato.samples.x86;

import org.jspecify.annotations.Nullable;

/// Decodes instructions of one piece of code.
///
/// Not for several threads: it keeps what it is reading. Sources of the format: Intel SDM volume 2, chapter 2
/// (prefixes, ModRM, SIB, VEX, EVEX) and appendix A (opcode maps).
public final class Decoder {
    /// The longest instruction that processors accept.
    public static final int MAX_LENGTH = 15;

    private final boolean wide;
    private final byte[] code;
    private final long address;

    private int start;
    private int at;
    private boolean overrun;

    private boolean operandPrefix;
    private boolean addressPrefix;
    private int repeat; // 0xF2, 0xF3 or 0
    private int rex; // low four bits W R X B
    private boolean vector; // VEX or EVEX

    private int modRm;
    private @Nullable Memory memory;
    private boolean hasImmediate;
    private long immediate;

    /// @param wide whether the code is for 64-bit mode
    /// @param code never written to
    /// @param address virtual address of `code[0]`
    public Decoder(boolean wide, byte[] code, long address) {
        this.wide = wide;
        this.code = code;
        this.address = address;
    }

    /// The instruction at an address. Outside of the code, and where no instruction is, its operation is `INVALID`
    /// and its length 1.
    public Instruction at(long where) {
        long offset = where - address;
        if (offset < 0 || offset >= code.length) {
            return Instruction.invalid(where);
        }
        reset((int) offset);
        Instruction read = read(where);
        return overrun || at - start > MAX_LENGTH ? Instruction.invalid(where) : read;
    }

    private void reset(int offset) {
        start = offset;
        at = offset;
        overrun = false;
        operandPrefix = false;
        addressPrefix = false;
        repeat = 0;
        rex = 0;
        vector = false;
        modRm = 0;
        memory = null;
        hasImmediate = false;
        immediate = 0;
    }

    private Instruction read(long where) {
        int first = skipPrefixes();
        if (wide && (first & 0xF0) == 0x40) {
            rex = first & 0x0F;
            first = u8();
        }
        if (first == 0x0F) {
            return legacyEscape(where);
        }
        boolean registerFollows = wide || (peek() & 0xC0) == 0xC0; // in 32-bit mode a memory form is LDS, LES, BOUND
        if ((first == 0xC5 || first == 0xC4) && registerFollows) {
            return vex(where, first == 0xC4);
        }
        if (first == 0x62 && registerFollows) {
            return evex(where);
        }
        if (wide && isInvalidIn64(first)) {
            return Instruction.invalid(where);
        }
        return finish(where, OpcodeMap.ONE_BYTE, 0, first);
    }

    private int skipPrefixes() {
        while (true) {
            int prefix = u8();
            switch (prefix) {
                case 0x66 -> operandPrefix = true;
                case 0x67 -> addressPrefix = true;
                case 0xF2, 0xF3 -> repeat = prefix;
                case 0x26, 0x2E, 0x36, 0x3E, 0x64, 0x65, 0xF0 -> {}
                default -> {
                    return prefix;
                }
            }
            if (at - start >= MAX_LENGTH) {
                overrun = true; // more prefixes than an instruction may have
            }
            if (overrun) {
                return prefix;
            }
        }
    }

    private Instruction legacyEscape(long where) {
        int second = u8();
        return switch (second) {
            case 0x38 -> finish(where, OpcodeMap.MAP_38, 2, u8());
            case 0x3A -> finish(where, OpcodeMap.MAP_3A, 3, u8());
            default -> finish(where, OpcodeMap.TWO_BYTE, 1, second);
        };
    }

    private Instruction vex(long where, boolean threeBytes) {
        vector = true;
        int map = 1;
        int second = u8();
        rex = (second & 0x80) == 0 ? 4 : 0;
        int last = second;
        if (threeBytes) {
            map = second & 0x1F;
            rex = (~second >> 5) & 7;
            last = u8();
            rex |= (last & 0x80) >> 4;
        }
        impliedPrefix(last & 3);
        return map >= 1 && map <= 3 ? finish(where, map(map), map, u8()) : Instruction.invalid(where);
    }

    private Instruction evex(long where) {
        vector = true;
        int second = u8();
        int third = u8();
        u8(); // rounding, length and mask tell nothing that is compared
        rex = ((~second >> 5) & 7) | ((third & 0x80) >> 4);
        impliedPrefix(third & 3);
        int map = second & 7;
        boolean known = map >= 1 && map <= 6 && map != 4 && (third & 4) != 0;
        return known ? finish(where, map(map), map, u8()) : Instruction.invalid(where);
    }

    private void impliedPrefix(int bits) {
        operandPrefix = bits == 1;
        repeat = bits == 2 ? 0xF3 : bits == 3 ? 0xF2 : 0;
    }

    private static OpcodeMap map(int number) {
        return switch (number) {
            case 1 -> OpcodeMap.TWO_BYTE;
            case 2 -> OpcodeMap.MAP_38;
            case 3 -> OpcodeMap.MAP_3A;
            default -> OpcodeMap.MAP_HALF;
        };
    }

    private Instruction finish(long where, OpcodeMap map, int mapNumber, int opcode) {
        char form = vector && map == OpcodeMap.TWO_BYTE ? vectorForm(opcode) : map.form(opcode);
        if (form == 'x' || form == 'p') {
            return Instruction.invalid(where);
        }
        boolean registersOnly = mapNumber == 1 && opcode >= 0x20 && opcode <= 0x23; // control registers
        if ("mMZgG".indexOf(form) >= 0) {
            readModRm(registersOnly);
        }
        readImmediate(form);
        int reg = (modRm >> 3) & 7;
        Operation operation = operation(map, mapNumber, opcode, reg);
        if (operation == Operation.INVALID) {
            return Instruction.invalid(where);
        }
        boolean relative = form == 'r' || form == 'R';
        int group = map.isGroup(opcode) ? reg << 12 : 0;
        return new Instruction(
                where,
                at - start,
                opcode | (mapNumber << 8) | group,
                operation,
                flow(operation, mapNumber, opcode),
                registers(map, operation, opcode),
                operandBytes(map, opcode),
                memory,
                hasImmediate && !relative,
                relative ? 0 : immediate,
                relative,
                relative ? wrap(where + (at - start) + immediate) : 0);
    }

    private Operation operation(OpcodeMap map, int mapNumber, int opcode, int reg) {
        if (!vector && map == OpcodeMap.MAP_38 && repeat == 0xF2 && (opcode & 0xFE) == 0xF0) {
            return Operation.CRYPTO; // crc32
        }
        if (mapNumber == 0 && opcode == 0x90 && (rex & 1) != 0) {
            return Operation.EXCHANGE;
        }
        if (mapNumber == 0 && opcode == 0x63 && !wide) {
            return Operation.SYSTEM; // arpl
        }
        if (vector && mapNumber == 1 && ((opcode & 0xF0) == 0x40 || (opcode & 0xF0) == 0x90)) {
            return Operation.VECTOR; // masks
        }
        return map.operation(opcode, reg);
    }

    /// VEX and EVEX give every opcode of this map a ModRM byte, but one.
    private static char vectorForm(int opcode) {
        return switch (opcode) {
            case 0x70, 0x71, 0x72, 0x73, 0xC2, 0xC4, 0xC5, 0xC6 -> 'M';
            case 0x77 -> '.';
            default -> 'm';
        };
    }

    private static Flow flow(Operation operation, int map, int opcode) {
        return switch (operation) {
            case JUMP -> Flow.JUMP;
            case BRANCH -> Flow.BRANCH;
            case CALL -> Flow.CALL;
            case RETURN -> Flow.RETURN;
            case TRAP -> map == 0 && (opcode == 0xCD || opcode == 0xCE) ? Flow.NEXT : Flow.STOP;
            default -> Flow.NEXT;
        };
    }

    private RegisterClass registers(OpcodeMap map, Operation operation, int opcode) {
        return switch (operation) {
            case X87 -> RegisterClass.X87;
            case VECTOR, VECTOR_MOVE, FLOAT, CONVERT, FLOAT_COMPARE, CRYPTO -> RegisterClass.VECTOR;
            case JUMP, BRANCH, CALL, RETURN, TRAP, NOTHING, FLAGS ->
                modRm != 0 && memory == null ? RegisterClass.GENERAL : RegisterClass.NONE;
            case SYSTEM -> RegisterClass.SYSTEM;
            default ->
                map == OpcodeMap.ONE_BYTE && (opcode == 0x8C || opcode == 0x8E)
                        ? RegisterClass.SYSTEM
                        : RegisterClass.GENERAL;
        };
    }

    private int operandBytes(OpcodeMap map, int opcode) {
        boolean bytes = map == OpcodeMap.ONE_BYTE && isByteOperation(opcode);
        return bytes ? 1 : (rex & 8) != 0 ? 8 : operandPrefix ? 2 : 4;
    }

    private static boolean isByteOperation(int opcode) {
        return switch (opcode) {
            case 0x80, 0x82, 0x84, 0x86, 0x88, 0x8A, 0xA0, 0xA2, 0xA4, 0xA6, 0xA8, 0xAA, 0xAC, 0xAE -> true;
            case 0xC0, 0xC6, 0xD0, 0xD2, 0xF6, 0xFE -> true;
            default -> (opcode < 0x40 && (opcode & 7) < 6 && (opcode & 1) == 0) || (opcode & 0xF8) == 0xB0;
        };
    }

    private void readModRm(boolean registersOnly) {
        modRm = u8();
        int mod = modRm >> 6;
        if (mod == 3 || registersOnly) {
            return;
        }
        if (!wide && addressPrefix) {
            memory16(mod);
            return;
        }
        int base = modRm & 7;
        int index = Memory.NONE;
        int scale = 1;
        if (base == 4) {
            int sib = u8();
            base = sib & 7;
            int indexField = ((sib >> 3) & 7) | ((rex & 2) << 2);
            index = indexField == 4 ? Memory.NONE : indexField;
            scale = 1 << (sib >> 6);
            if (base == 5 && mod == 0) {
                memory = new Memory(Memory.NONE, index, scale, wide ? s32() : s32() & 0xFFFFFFFFL);
                return;
            }
        } else if (base == 5 && mod == 0) {
            memory = new Memory(wide ? Memory.RIP : Memory.NONE, Memory.NONE, 1, wide ? s32() : s32() & 0xFFFFFFFFL);
            return;
        }
        long displacement = mod == 1 ? (byte) u8() : mod == 2 ? s32() : 0;
        memory = new Memory(base | ((rex & 1) << 3), index, scale, displacement);
    }

    /// Addresses of 16 bits: base and index are among BX, BP, SI, DI, told here as if the base were all.
    private void memory16(int mod) {
        boolean absolute = mod == 0 && (modRm & 7) == 6;
        long displacement = mod == 1 ? (byte) u8() : mod == 2 || absolute ? (short) u16() : 0;
        memory = new Memory(absolute ? Memory.NONE : modRm & 7, Memory.NONE, 1, displacement);
    }

    private void readImmediate(char form) {
        boolean narrow = operandPrefix && (rex & 8) == 0;
        boolean test = ((modRm >> 3) & 7) < 2;
        switch (form) {
            case 'b', 'M', 'r' -> immediate((byte) u8());
            case 'w' -> immediate(u16());
            case 'z', 'Z' -> immediate(narrow ? (short) u16() : s32());
            case 'v' -> immediate((rex & 8) != 0 ? s64() : narrow ? (short) u16() : s32());
            case 'R' -> immediate(operandPrefix && !wide ? (short) u16() : s32());
            case 'g' -> {
                if (test) {
                    immediate((byte) u8());
                }
            }
            case 'G' -> {
                if (test) {
                    immediate(narrow ? (short) u16() : s32());
                }
            }
            case 'e' -> {
                immediate(u16());
                u8();
            }
            case 'f' -> {
                immediate(narrow ? u16() : s32());
                u16();
            }
            case 'o' -> memory = new Memory(Memory.NONE, Memory.NONE, 1, absoluteAddress());
            default -> {}
        }
    }

    private long absoluteAddress() {
        if (wide) {
            return addressPrefix ? s32() & 0xFFFFFFFFL : s64();
        }
        return addressPrefix ? u16() : s32() & 0xFFFFFFFFL;
    }

    private void immediate(long value) {
        hasImmediate = true;
        immediate = value;
    }

    /// Opcodes that 64-bit mode took away.
    private static boolean isInvalidIn64(int opcode) {
        return switch (opcode) {
            case 0x06, 0x07, 0x0E, 0x16, 0x17, 0x1E, 0x1F, 0x27, 0x2F, 0x37, 0x3F -> true;
            case 0x60, 0x61, 0x82, 0x9A, 0xCE, 0xD4, 0xD5, 0xD6, 0xEA -> true;
            default -> false;
        };
    }

    private long wrap(long target) {
        return wide ? target : target & 0xFFFFFFFFL;
    }

    private int peek() {
        return at < code.length ? code[at] & 0xFF : 0;
    }

    private int u8() {
        if (at >= code.length) {
            overrun = true;
            return 0;
        }
        return code[at++] & 0xFF;
    }

    private int u16() {
        return u8() | (u8() << 8);
    }

    private int s32() {
        return u16() | (u16() << 16);
    }

    private long s64() {
        return Integer.toUnsignedLong(s32()) | ((long) s32() << 32);
    }
}
