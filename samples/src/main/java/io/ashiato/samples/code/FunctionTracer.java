package io.ashiato.samples.code;

import io.ashiato.samples.code.CodeSpace.Region;
import io.ashiato.samples.x86.Flow;
import io.ashiato.samples.x86.Instruction;
import io.ashiato.samples.x86.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/// Follows one function from its start through its blocks, and marks its bytes as its own.
final class FunctionTracer {
    /// Instructions of one function. The largest in the corpora, an interpreter's loop, has 12,000.
    private static final int MAX_INSTRUCTIONS = 200_000;

    private final CodeSpace space;
    private final NavigableSet<Long> starts;
    private final Set<Long> noReturn;
    private long budget;

    /// @param starts known starts of functions, read while tracing
    /// @param noReturn slots and stubs of imports that do not come back
    /// @param budget instructions that may be decoded by all traces together
    FunctionTracer(CodeSpace space, NavigableSet<Long> starts, Set<Long> noReturn, long budget) {
        this.space = space;
        this.starts = starts;
        this.noReturn = noReturn;
        this.budget = budget;
    }

    /// What following a function showed.
    static final class Trace {
        final long start;
        final List<Block> blocks = new ArrayList<>();
        final Set<Long> calls = new TreeSet<>();

        /// Targets of jumps that lead out of the function.
        final Set<Long> leaves = new TreeSet<>();

        /// Addresses of code that it names without going there.
        final Set<Long> named = new TreeSet<>();

        /// Its jump tables where they lie within code.
        final List<Block> tables = new ArrayList<>();

        /// Whether it ran into bytes that are no instructions, or into the middle of one.
        boolean broken;

        /// Whether it comes to a return, a jump out, or a stop.
        boolean ends;

        Trace(long start) {
            this.start = start;
        }

        CodeFunction function() {
            blocks.sort(Comparator.comparingLong(Block::start));
            return new CodeFunction(start, blocks, List.copyOf(calls));
        }
    }

    boolean exhausted() {
        return budget <= 0;
    }

    /// @param number marks the bytes of this function; not 0
    Trace trace(long start, int number) {
        var trace = new Trace(start);
        var region = space.codeAt(start);
        if (region.isEmpty() || region.get().owner(start) != 0) {
            trace.broken = true;
            return trace;
        }
        var body = new Body(trace, region.get(), number);
        body.follow();
        return trace;
    }

    /// Gives the bytes of a trace back.
    void undo(Trace trace) {
        trace.blocks.forEach(block -> space.own(block, 0));
        trace.tables.forEach(table -> space.own(table, 0));
    }

    /// One function while it is followed.
    private final class Body {
        private final Trace trace;
        private final Region region;
        private final int number;
        private final long limit; // where the next function or the region's end is
        private final JumpTables tables;
        private final ArrayDeque<Long> pending = new ArrayDeque<>();
        private int instructions;
        private boolean jumpsByTable;

        Body(Trace trace, Region region, int number) {
            this.trace = trace;
            this.region = region;
            this.number = number;
            Long next = starts.higher(trace.start);
            this.limit = next == null ? region.end() : Math.min(next, region.end());
            this.tables = new JumpTables(space, trace.start, limit);
        }

        void follow() {
            pending.push(trace.start);
            while (!pending.isEmpty()) {
                long from = pending.pop();
                long end = run(from);
                if (end > from) {
                    trace.blocks.add(new Block(from, end));
                }
                if (pending.isEmpty() && jumpsByTable) {
                    tables.take().forEach(this::take);
                }
            }
        }

        private void take(JumpTables.Table table) {
            table.targets().forEach(pending::push);
            var bytes = new Block(table.start(), table.end());
            if (table.sure() && space.isFree(bytes)) {
                space.own(bytes, number);
                trace.tables.add(bytes);
            }
        }

        /// Decodes from an address to the end of the block, and returns that end.
        private long run(long from) {
            long at = from;
            while (inside(at) && region.owner(at) == 0) {
                Instruction instruction = region.decoder.at(at);
                if (!instruction.valid() || !mark(instruction)) {
                    trace.broken = true;
                    return at;
                }
                if (--budget <= 0 || ++instructions > MAX_INSTRUCTIONS) {
                    return instruction.next();
                }
                tables.see(instruction);
                noteNamed(instruction);
                at = instruction.next();
                if (leavesBlock(instruction)) {
                    return at;
                }
            }
            boolean fellOut = !inside(at) && at != from;
            trace.broken |= fellOut && at >= region.end();
            trace.ends |= fellOut && starts.contains(at);
            return at;
        }

        private boolean inside(long at) {
            return at >= trace.start && at < limit;
        }

        private boolean mark(Instruction instruction) {
            for (long at = instruction.address(); at < instruction.next(); at++) {
                if (region.owner(at) != 0) {
                    for (long back = instruction.address(); back < at; back++) {
                        region.owner[(int) (back - region.start())] = 0;
                    }
                    return false;
                }
                region.owner[(int) (at - region.start())] = number;
            }
            return true;
        }

        private boolean leavesBlock(Instruction instruction) {
            return switch (instruction.flow()) {
                case NEXT -> false;
                case RETURN, STOP -> {
                    trace.ends = true;
                    yield true;
                }
                case BRANCH -> {
                    go(instruction.target());
                    yield false;
                }
                case JUMP -> {
                    jump(instruction);
                    yield true;
                }
                case CALL -> call(instruction);
            };
        }

        private void go(long target) {
            if (inside(target)) {
                pending.push(target);
            } else {
                trace.ends = true;
                trace.leaves.add(target);
            }
        }

        private void jump(Instruction instruction) {
            if (instruction.direct()) {
                go(instruction.target());
                return;
            }
            trace.ends = true;
            jumpsByTable |= instruction.fixedAddress().isEmpty();
        }

        /// Whether the call is the last thing that the function does.
        private boolean call(Instruction instruction) {
            if (instruction.direct()) {
                if (instruction.target() != instruction.next()) { // else it only asks where it is
                    trace.calls.add(instruction.target());
                }
                if (noReturn.contains(instruction.target())) {
                    trace.ends = true;
                    return true;
                }
            } else {
                var slot = instruction.fixedAddress();
                if (slot.isPresent() && noReturn.contains(slot.getAsLong())) {
                    trace.ends = true;
                    return true;
                }
            }
            boolean last = Prologue.followsPadding(region, instruction.next());
            trace.ends |= last;
            return last;
        }

        private void noteNamed(Instruction instruction) {
            if (instruction.immediateOperand()) {
                noteNamed(instruction.immediate() & (space.wide() ? -1L : 0xFFFFFFFFL));
            }
            if (instruction.operation() == Operation.ADDRESS && instruction.flow() == Flow.NEXT) {
                instruction.fixedAddress().ifPresent(this::noteNamed);
            }
        }

        private void noteNamed(long address) {
            if (space.isCode(address)) {
                trace.named.add(address);
            }
        }
    }
}
