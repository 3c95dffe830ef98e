package io.ashiato.samples.code;

import io.ashiato.readers.ProgramImage;
import io.ashiato.readers.ProgramImage.Import;
import io.ashiato.readers.ProgramImage.Section;
import io.ashiato.samples.code.CodeSpace.Region;
import io.ashiato.samples.code.FunctionTracer.Trace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds the functions of a program.
///
/// First what the file says and what calls reach; then what code and data name by address; last what lies between
/// the functions and begins like one. A later guess never takes a byte from an earlier one.
public final class FunctionFinder {
    /// Functions of a program; beyond, no more are looked for. Programs of 10 MiB of code have 40,000.
    private static final int MAX_FUNCTIONS = 1 << 17;

    /// Instructions decoded for each byte of code, over all attempts: honest programs take 2, and hostile ones can
    /// make every guess run far and fail.
    private static final int STEPS_PER_BYTE = 6;

    /// How often functions are traced anew because a start was found inside of one.
    private static final int MAX_ROUNDS = 4;

    /// Imported functions that do not come back.
    private static final Set<String> NO_RETURN = Set.of(
            "exit",
            "_exit",
            "abort",
            "_cexit_noreturn",
            "exitprocess",
            "exitthread",
            "_amsg_exit",
            "__stack_chk_fail",
            "__assert_fail",
            "_assert",
            "_wassert",
            "longjmp",
            "_longjmp",
            "__longjmp_chk",
            "__fortify_fail",
            "__libc_start_main",
            "fatalexit",
            "fatalappexita",
            "fatalappexitw",
            "__cxa_throw",
            "__cxa_rethrow",
            "_cxxthrowexception",
            "_unwind_resume",
            "rtlfailfast");

    private final ProgramImage image;
    private final CodeSpace space;
    private final TreeSet<Long> starts = new TreeSet<>();
    private final Set<Long> noReturn = new HashSet<>();
    private final FunctionTracer tracer;
    private final TreeMap<Long, Trace> traces = new TreeMap<>();
    private int number;
    private int settled; // how many starts there were when all calls had been followed

    private FunctionFinder(ProgramImage image, CodeSpace space) {
        this.image = image;
        this.space = space;
        long bytes = space.code().stream().mapToLong(r -> r.owner.length).sum();
        for (Import imported : image.imports()) {
            String name = imported.name().substring(imported.name().indexOf('!') + 1);
            if (imported.address() != 0 && NO_RETURN.contains(name)) {
                noReturn.add(imported.address());
            }
        }
        this.tracer = new FunctionTracer(space, starts, noReturn, 10_000 + STEPS_PER_BYTE * bytes);
    }

    /// The functions by address, without overlaps; none for machines that are not x86.
    public static List<CodeFunction> find(ProgramImage image) {
        return find(image, CodeSpace.of(image));
    }

    /// @param space of the same image, not used for another search before
    public static List<CodeFunction> find(ProgramImage image, CodeSpace space) {
        var finder = new FunctionFinder(image, space);
        finder.search();
        finder.traces.values().forEach(finder::addTailCalls);
        return finder.traces.values().stream()
                .filter(trace -> !trace.blocks.isEmpty())
                .map(Trace::function)
                .toList();
    }

    private void search() {
        addStart(image.entry());
        image.functions().forEach(function -> addStart(function.address()));
        UnwindFrames.starts(space).forEach(this::addStart);
        followCalls();
        for (int round = 0; round < MAX_ROUNDS && !tracer.exhausted(); round++) {
            int before = starts.size();
            tryNamed();
            followCalls();
            tryGaps();
            followCalls();
            if (starts.size() == before) {
                return;
            }
        }
    }

    private void addStart(long address) {
        if (address != 0
                && starts.size() < MAX_FUNCTIONS
                && space.isCode(address)
                && space.instruction(address).valid()) {
            starts.add(address);
        }
    }

    /// Traces until no call leads to a start that is not known.
    private void followCalls() {
        for (int round = 0; round < MAX_ROUNDS && starts.size() != settled; round++) {
            settled = starts.size();
            retraceSplit();
            var queue = new ArrayDeque<Long>();
            starts.stream().filter(start -> !traces.containsKey(start)).forEach(queue::add);
            traces.values().forEach(trace -> addNew(trace.calls, queue));
            while (!queue.isEmpty() && !tracer.exhausted()) {
                long start = queue.poll();
                if (!traces.containsKey(start) && !isOwned(start)) {
                    Trace trace = tracer.trace(start, ++number);
                    traces.put(start, trace);
                    addNew(trace.calls, queue);
                }
            }
            var left = new ArrayList<Long>();
            traces.values()
                    .forEach(trace ->
                            trace.leaves.stream().filter(t -> !isOwned(t)).forEach(left::add));
            addNew(left, queue);
        }
    }

    private void addTailCalls(Trace trace) {
        trace.leaves.stream().filter(starts::contains).forEach(trace.calls::add);
        trace.calls.retainAll(starts);
    }

    private void addNew(Collection<Long> addresses, ArrayDeque<Long> queue) {
        for (long address : addresses) {
            if (!starts.contains(address)) {
                addStart(address);
                if (starts.contains(address)) {
                    queue.add(address);
                }
            }
        }
    }

    /// Gives back the functions in whose blocks a start was found meanwhile, so that they are traced anew.
    private void retraceSplit() {
        for (Trace trace : List.copyOf(traces.values())) {
            for (Block block : trace.blocks) {
                Long inside = starts.ceiling(block.start() == trace.start ? block.start() + 1 : block.start());
                if (inside != null && inside < block.end()) {
                    tracer.undo(trace);
                    traces.remove(trace.start);
                    break;
                }
            }
        }
    }

    private boolean isOwned(long address) {
        return space.codeAt(address).map(region -> region.owner(address) != 0).orElse(false);
    }

    private void tryNamed() {
        var named = new TreeSet<Long>();
        traces.values().forEach(trace -> named.addAll(trace.named));
        named.addAll(pointers());
        for (long address : named) {
            if (!starts.contains(address) && !isOwned(address)) {
                attempt(address);
            }
        }
    }

    /// Addresses of code that data holds.
    private Set<Long> pointers() {
        var found = new HashSet<Long>();
        int step = space.wide() ? 8 : 4;
        for (Section section : space.sections()) {
            if (section.executable()) {
                continue;
            }
            byte[] bytes = section.bytes();
            int first = (int) (-section.address() & (step - 1));
            for (int at = first; at <= bytes.length - step && found.size() < MAX_FUNCTIONS; at += step) {
                long low = Integer.toUnsignedLong(CodeSpace.int32(bytes, at));
                long value = space.wide() ? low | ((long) CodeSpace.int32(bytes, at + 4) << 32) : low;
                if (value != 0 && space.isCode(value)) {
                    found.add(value);
                }
            }
        }
        return found;
    }

    private void tryGaps() {
        for (Region region : space.code()) {
            if (region.section.name().startsWith(".plt")) {
                continue; // stubs for imports, each in several parts
            }
            long at = region.start();
            while (at < region.end() && !tracer.exhausted()) {
                if (region.owner(at) != 0) {
                    at++;
                    continue;
                }
                long start = Prologue.skipPadding(region, at);
                if (start >= region.end() || region.owner(start) != 0) {
                    at = Math.max(start, at + 1);
                    continue;
                }
                boolean plausible =
                        start % Prologue.ALIGNMENT == 0 || Prologue.looksLikeStart(region, start) || isStub(start);
                if (!(plausible && attempt(start))) {
                    at = (start | (Prologue.ALIGNMENT - 1)) + 1;
                }
            }
        }
    }

    private boolean isStub(long address) {
        var first = space.instruction(address);
        return first.opcode() == (0xFF | (4 << 12))
                && first.fixedAddress().isPresent()
                && space.contains(first.fixedAddress().getAsLong());
    }

    /// Takes a function at an address if its code runs to an end and does not run into another's middle.
    private boolean attempt(long start) {
        if (starts.size() >= MAX_FUNCTIONS || tracer.exhausted()) {
            return false;
        }
        Trace trace = tracer.trace(start, ++number);
        boolean fragment = trace.leaves.stream().anyMatch(target -> isOwned(target) && !starts.contains(target));
        boolean callsNonsense = trace.calls.stream().anyMatch(target -> !space.isCode(target));
        if (trace.broken || !trace.ends || fragment || callsNonsense || trace.blocks.isEmpty()) {
            if (!trace.blocks.isEmpty()) {
                tracer.undo(trace);
            }
            return false;
        }
        starts.add(start);
        traces.put(start, trace);
        return true;
    }
}
