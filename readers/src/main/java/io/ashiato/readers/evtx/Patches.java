package io.ashiato.readers.evtx;

import java.util.ArrayDeque;
import java.util.Deque;

/// Changes to the working copy of a chunk, for as long as a record is read in it. Closing takes them
/// back, the last one first.
final class Patches implements AutoCloseable {
    private final byte[] bytes;
    private final Deque<Patch> done = new ArrayDeque<>();

    private record Patch(int at, byte before) {}

    Patches(byte[] bytes) {
        this.bytes = bytes;
    }

    void put(int at, byte value) {
        done.push(new Patch(at, bytes[at]));
        bytes[at] = value;
    }

    /// Puts a little-endian number.
    void putInt(int at, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            put(at + i, (byte) (value >>> (8 * i)));
        }
    }

    @Override
    public void close() {
        while (!done.isEmpty()) {
            Patch patch = done.pop();
            bytes[patch.at()] = patch.before();
        }
    }
}
