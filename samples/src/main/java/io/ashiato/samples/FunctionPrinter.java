package io.ashiato.samples;

import io.ashiato.readers.ProgramImage;
import io.ashiato.readers.ProgramImage.Import;
import io.ashiato.samples.code.Block;
import io.ashiato.samples.code.CodeFunction;
import io.ashiato.samples.code.CodeSpace;
import io.ashiato.samples.x86.Flow;
import io.ashiato.samples.x86.Instruction;
import io.ashiato.samples.x86.Memory;
import io.ashiato.samples.x86.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/// Makes the fingerprints of a program's functions.
final class FunctionPrinter {
    /// Instructions in a row that make one element of a function's shape.
    private static final int RUN = 4;

    /// What texts, constants and imports are told apart by when they are mixed.
    static final long CONSTANT = 0x11;

    static final long IMPORT = 0x22;

    /// Anchors of one function. The largest in the corpora have some 500.
    private static final int MAX_ANCHORS = 2048;

    private final CodeSpace space;
    private final Map<Long, Long> imports = new HashMap<>();
    private final Map<Long, Integer> places = new HashMap<>();
    private final Set<Long> constants = new HashSet<>();

    FunctionPrinter(ProgramImage image, CodeSpace space, List<CodeFunction> functions) {
        this.space = space;
        for (Import imported : image.imports()) {
            if (imported.address() != 0) {
                imports.put(imported.address(), importHash(imported.name()));
            }
        }
        for (int i = 0; i < functions.size(); i++) {
            places.put(functions.get(i).start(), i);
            stub(functions.get(i)).ifPresent(slot -> imports.put(slot.start(), slot.hash()));
        }
    }

    /// Platforms name the same function in different libraries, so the library is left out.
    static long importHash(String name) {
        return Hash64.then(IMPORT, Hash64.of(name.substring(name.indexOf('!') + 1)));
    }

    /// Constants of all functions printed so far.
    Set<Long> constants() {
        return constants;
    }

    private record Stub(long start, long hash) {}

    /// A function that only jumps to an imported one.
    private Optional<Stub> stub(CodeFunction function) {
        if (function.blocks().size() != 1 || function.size() > 16) {
            return Optional.empty();
        }
        Instruction instruction = space.instruction(function.start());
        if (instruction.operation() == Operation.NOTHING) {
            instruction = space.instruction(instruction.next());
        }
        OptionalLong slot = instruction.fixedAddress();
        if (instruction.flow() != Flow.JUMP || slot.isEmpty() || !imports.containsKey(slot.getAsLong())) {
            return Optional.empty();
        }
        return Optional.of(new Stub(function.start(), imports.get(slot.getAsLong())));
    }

    FunctionPrint print(CodeFunction function) {
        return new Printing(function).print();
    }

    /// One function.
    private final class Printing {
        private final CodeFunction function;
        private final Set<Long> shape = new HashSet<>();
        private final Set<Long> sense = new HashSet<>();
        private final Set<Long> anchors = new TreeSet<>();
        private long exact = 1;
        private int size;
        private final Map<Long, Integer> seen = new HashMap<>();
        private long lastSense = 7;

        Printing(CodeFunction function) {
            this.function = function;
        }

        FunctionPrint print() {
            for (Block block : function.blocks()) {
                add(block);
            }
            var calls = new ArrayList<Integer>();
            function.calls().forEach(start -> {
                Integer place = places.get(start);
                if (place != null) {
                    calls.add(place);
                }
            });
            return new FunctionPrint(
                    function.start(), size, exact, Sketch.of(shape), Sketch.of(sense), Hashes.of(anchors), calls);
        }

        private void add(Block block) {
            var run = new long[RUN];
            int filled = 0;
            for (long at = block.start(); at < block.end(); ) {
                Instruction instruction = space.instruction(at);
                at = instruction.next();
                if (instruction.operation() == Operation.NOTHING) {
                    continue;
                }
                size++;
                long token = token(instruction);
                exact = Hash64.then(exact, token);
                System.arraycopy(run, 1, run, 0, RUN - 1);
                run[RUN - 1] = token;
                if (++filled >= RUN) {
                    shape.add(hash(run));
                }
                reference(instruction);
                addSense(instruction);
            }
            if (filled > 0 && filled < RUN) {
                shape.add(hash(run));
            }
            exact = Hash64.then(exact, 99);
        }

        private static long hash(long[] run) {
            long hash = 3;
            for (long token : run) {
                hash = Hash64.then(hash, token);
            }
            return hash;
        }

        /// An instruction without registers and addresses.
        private long token(Instruction instruction) {
            Memory memory = instruction.memoryOperand();
            long kind = memory == null
                    ? 0
                    : memory.base() == Memory.RIP || instruction.fixedAddress().isPresent() ? 2 : 1;
            long small = instruction.immediateOperand() && Math.abs(instruction.immediate()) < 256
                    ? instruction.immediate() & 0x1FF
                    : 0x200;
            return instruction.operation().code()
                    | (kind << 8)
                    | ((long) instruction.operandBytes() << 12)
                    | (instruction.immediateOperand() ? small << 16 : 0x400L << 16);
        }

        private void reference(Instruction instruction) {
            instruction.fixedAddress().ifPresent(address -> {
                Long imported = imports.get(address);
                if (imported != null) {
                    anchor(imported);
                } else {
                    ProgramStrings.at(space, address).ifPresent(this::anchor);
                }
            });
            if (instruction.direct() && instruction.flow() != Flow.BRANCH) {
                Long imported = imports.get(instruction.target());
                if (imported != null) {
                    anchor(imported);
                }
            }
            if (instruction.immediateOperand()) {
                immediate(instruction);
            }
        }

        private void immediate(Instruction instruction) {
            long value = instruction.immediate();
            long address = space.wide() ? value : value & 0xFFFFFFFFL;
            if (space.contains(address)) {
                ProgramStrings.at(space, address).ifPresent(this::anchor);
                return;
            }
            if (RareConstants.isTelling(instruction)) {
                long hash = Hash64.then(CONSTANT, RareConstants.normal(value));
                anchor(hash);
                constants.add(hash);
            }
        }

        private void anchor(long hash) {
            if (anchors.size() < MAX_ANCHORS) {
                anchors.add(hash);
            }
        }

        /// Kinds and constants only, in twos and alone: levels of optimisation change the order and the registers.
        private void addSense(Instruction instruction) {
            Sense kind = Sense.of(instruction);
            if (kind == Sense.NONE) {
                return;
            }
            long value = instruction.immediateOperand() ? RareConstants.normal(kind.signed(instruction)) : 0;
            if (kind == Sense.CALL) {
                value = imports.getOrDefault(instruction.direct() ? instruction.target() : slot(instruction), 0L);
            } else if (instruction.immediateOperand()
                    && (kind.isEveryday(instruction.immediate()) || space.contains(value))) {
                return;
            }
            long token = Hash64.then(kind.number(), value);
            sense.add(Hash64.then(token, seen.merge(token, 1, Integer::sum)));
            sense.add(Hash64.then(lastSense, token));
            lastSense = token;
        }

        private static long slot(Instruction instruction) {
            return instruction.fixedAddress().orElse(0);
        }
    }
}
