package io.ashiato.samples;

import java.util.List;

/// What of a function survives when it is built again.
///
/// @param address where it lay; for showing only
/// @param size instructions, without padding
/// @param exact hash of its instructions without what a linker changes: equal for equal code at other addresses
/// @param shape sketch of the short runs of instructions in its blocks: alike for the same compiler
/// @param sense sketch of what it computes with: comparisons, arithmetic and their constants, calls; alike across
///     compilers
/// @param anchors the texts, rare constants and imports that it uses
/// @param calls places of the functions that it calls, in the program's list
public record FunctionPrint(
        long address, int size, long exact, Sketch shape, Sketch sense, Hashes anchors, List<Integer> calls) {
    public FunctionPrint {
        calls = List.copyOf(calls);
    }
}
