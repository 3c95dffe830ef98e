package io.ashiato.samples.code;

import java.util.List;

/// A function as found.
///
/// @param start address of its first instruction
/// @param blocks by address, not overlapping; they need not be neighbours
/// @param calls starts of the functions that it calls or ends in, sorted, without repeats
public record CodeFunction(long start, List<Block> blocks, List<Long> calls) {
    public CodeFunction {
        blocks = List.copyOf(blocks);
        calls = List.copyOf(calls);
    }

    /// Bytes of its blocks.
    public long size() {
        return blocks.stream().mapToLong(block -> block.end() - block.start()).sum();
    }
}
