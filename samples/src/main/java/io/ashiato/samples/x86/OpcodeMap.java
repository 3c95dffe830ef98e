package io.ashiato.samples.x86;

import java.util.HashMap;
import java.util.Map;

/// One opcode map: for each opcode its form (what follows it) and its operation, one character each.
///
/// Forms: `.` nothing; `m` ModRM; `b` `w` `z` immediates of 1, 2, and 2 or 4 bytes; `v` as `z`, but 8 bytes with REX.W;
/// `M` `Z` ModRM and an immediate; `r` `R` relative targets of 1 and 4 bytes; `o` an absolute address; `f` a far
/// address; `e` the two immediates of `enter`; `g` `G` ModRM with an immediate for `test` only; `p` prefix or escape;
/// `x` undefined. Operations: the codes of [Operation], and digits for groups that the `reg` field tells apart.
final class OpcodeMap {
    static final OpcodeMap ONE_BYTE = new OpcodeMap("""
            mmmmbz..mmmmbz.p mmmmbz..mmmmbz.. mmmmbzp.mmmmbzp. mmmmbzp.mmmmbzp.
            ................ ................ ..mmppppzZbM.... rrrrrrrrrrrrrrrr
            MZMMmmmmmmmmmmmm ..........f..... oooo....bz...... bbbbbbbbvvvvvvvv
            MMw.mmMZe.w..b.. mmmmbbx.mmmmmmmm rrrrbbbbRRfr.... p.pp..gG......mm
            """, """
            AAAAAAHP||||||Hx AAAAAAHPSSSSSSHP &&&&&&xFSSSSSSxF ^^^^^^xFCCCCCCxF
            AAAAAAAASSSSSSSS HHHHHHHHPPPPPPPP HPYExxxxHUHU**** jjjjjjjjjjjjjjjj
            1111TTXXMMMMMLMP -XXXXXXXEEKfHPFF MMMM****TT****** MMMMMMMMMMMMMMMM
            22RRMMMMeeRR!!!R 2222FFxMffffffff jjjjYYYYKJJJYYYY x!xx!F33FFYYFF45
            """);

    static final OpcodeMap TWO_BYTE = new OpcodeMap("""
            mmmmx.....x.xm.M mmmmmmmmmmmmmmmm mmmmxxxxmmmmmmmm ......x.pxpxxxxx
            mmmmmmmmmmmmmmmm mmmmmmmmmmmmmmmm mmmmmmmmmmmmmmmm MMMMmmm.mmmmmmmm
            RRRRRRRRRRRRRRRR mmmmmmmmmmmmmmmm ...mMmxx...mMmmm mmmmmmmmmmMmmmmm
            mmMmMMMm........ mmmmmmmmmmmmmmmm mmmmmmmmmmmmmmmm mmmmmmmmmmmmmmmm
            """, """
            YYYYxYYYYYx!x-Yv mmmmvvmm-------- YYYYxxxxmmcmcc== YYYYYYxYxxxxxxxx
            :::::::::::::::: maaavvvvaaccaaaa vvvvvvvvvvvvvvmm vvvvvvvFYYccaamm
            jjjjjjjjjjjjjjjj ???????????????? HPYB<<xxHPYB<<YU XXMBMMEEB!BBBBEE
            XX=MvvvXBBBBBBBB vvvvvvmmvvvvvvvv vvvvvvcmvvvvvvvv mvvvvvvmvvvvvvv!
            """);

    static final OpcodeMap MAP_38 = new OpcodeMap("m".repeat(256), """
            vvvvvvvvvvvvvvvv vvvvvvvvmmmvvvvv vvvvvvvvvvmvmmmm vvvvvvvvvvvvvvvv
            vvvvvvvvvvvvvvvv vvvvvvvvmmmvvvvv vvvvvvvvvvvvvvvv vvvvvvvvmmmvvvvv
            YYYvvvvvvvvvmvmv vvvvvvaaaaaaaaaa vvvvvvaaaaaaaaaa vvvvvvaaaaaaaaaa
            vvvvvvvv######v# vvvvvvvvvvv##### vvvvvvvvvvvvvvvv 66BBvBB<vvvvvvvv
            """);

    static final OpcodeMap MAP_3A = new OpcodeMap("M".repeat(256), """
            vvvvvvvvaaaavvvv vvvvmmmmvvvvvcvv mmmvvvvvvvvvvvvv vvvvvvvvvvvvvvvv
            avvv#vvvvvvvvvvv vvvvvvvvvvvvaavv vvvvvvvvaaaavvvv vvvvvvvvaaaavvvv
            vvvvvvvvvvvvvvvv vvvvvvvvvvvvvvvv vvvvvvvvvvvvvvvv vvvvvvvvvvvvvvvv
            vvvvvvvvvvvv#vvv vvvvvvvvvvvvvvv# vvvvvvvvvvvvvvvv <vvvvvvvvvvvvvvv
            """);

    /// Maps 5 and 6 of EVEX: half-precision arithmetic.
    static final OpcodeMap MAP_HALF = new OpcodeMap("m".repeat(256), "a".repeat(256));

    private final String forms;
    private final char[] operations;
    private final Operation[] plain = new Operation[256]; // of groups that the `reg` field tells apart: INVALID

    private OpcodeMap(String forms, String operations) {
        this.forms = forms.replaceAll("\\s", "");
        this.operations = operations.replaceAll("\\s", "").toCharArray();
        if (this.forms.length() != 256 || this.operations.length != 256) {
            throw new IllegalStateException("an opcode map has 256 entries");
        }
        Map<Character, Operation> byCode = byCode();
        for (int opcode = 0; opcode < 256; opcode++) {
            plain[opcode] = byCode.getOrDefault(this.operations[opcode], Operation.INVALID);
        }
    }

    char form(int opcode) {
        return forms.charAt(opcode);
    }

    /// @param reg the `reg` field of ModRM, for groups
    Operation operation(int opcode, int reg) {
        return switch (operations[opcode]) {
            case '1' -> GROUP_1[reg];
            case '2' -> Operation.SHIFT;
            case '3' -> GROUP_3[reg];
            case '4' -> reg == 0 ? Operation.ADD : reg == 1 ? Operation.SUBTRACT : Operation.INVALID;
            case '5' -> GROUP_5[reg];
            case '6' -> Operation.MOVE;
            default -> plain[opcode];
        };
    }

    /// Whether the `reg` field is part of the opcode.
    boolean isGroup(int opcode) {
        return operations[opcode] <= '9' && operations[opcode] >= '1' && operations[opcode] != '6';
    }

    private static final Operation[] GROUP_1 = {
        Operation.ADD, Operation.OR, Operation.ADD, Operation.SUBTRACT,
        Operation.AND, Operation.SUBTRACT, Operation.XOR, Operation.COMPARE
    };

    private static final Operation[] GROUP_3 = {
        Operation.TEST, Operation.TEST, Operation.NOT, Operation.SUBTRACT,
        Operation.MULTIPLY, Operation.MULTIPLY, Operation.DIVIDE, Operation.DIVIDE
    };

    private static final Operation[] GROUP_5 = {
        Operation.ADD, Operation.SUBTRACT, Operation.CALL, Operation.CALL,
        Operation.JUMP, Operation.JUMP, Operation.PUSH, Operation.INVALID
    };

    private static Map<Character, Operation> byCode() {
        var map = new HashMap<Character, Operation>();
        for (Operation operation : Operation.values()) {
            map.put(operation.code(), operation);
        }
        return Map.copyOf(map);
    }
}
