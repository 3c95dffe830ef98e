package io.ashiato.samples;

import io.ashiato.readers.ProgramImage.Machine;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/// Known programs as a stream of bytes: fingerprints only, nothing of the programs themselves.
///
/// Gzip over: magic `ASHS`, version, number of entries, entries, and the magic again as a sign that nothing is
/// missing. Numbers are big-endian. Written with the same entries, it has the same bytes.
public final class SampleStore {
    private static final int MAGIC = 0x41534853;
    private static final int VERSION = 1;

    /// Entries of one store; a collection of malware families has some thousands.
    static final int MAX_ENTRIES = 100_000;

    /// Functions of one entry, as many as are ever found.
    private static final int MAX_FUNCTIONS = 1 << 17;

    /// Hashes of one kind in one entry.
    private static final int MAX_HASHES = 1 << 18;

    /// Calls of one function that are kept.
    private static final int MAX_CALLS = 1 << 12;

    /// What all entries may hold together, in hashes or functions of 16 hashes' size: some 256 MiB of memory.
    private static final long MAX_WEIGHT = 32L << 20;

    private static final int WEIGHT_OF_FUNCTION = 16;

    private SampleStore() {}

    /// A known program.
    ///
    /// @param family what it is called; a claim of `source`
    /// @param source who says so, and where
    /// @param invented whether it belongs to an example and not to the world
    /// @param sha256 of the program, 64 lower-case hexadecimal digits
    public record Entry(String family, String source, boolean invented, String sha256, SampleFeatures features) {}

    /// Why a store cannot be read. It is a file of ours, so this is not damage of evidence.
    public static final class UnreadableStoreException extends IOException {
        private static final long serialVersionUID = 1;

        UnreadableStoreException(String message) {
            super(message);
        }
    }

    /// Does not close the stream.
    ///
    /// @throws IllegalArgumentException if there are more entries than a store may have
    /// @throws IOException if the stream fails
    public static void write(List<Entry> entries, OutputStream out) throws IOException {
        if (entries.size() > MAX_ENTRIES) {
            throw new IllegalArgumentException("a store has at most " + MAX_ENTRIES + " entries");
        }
        var zipped = new GZIPOutputStream(out, 1 << 16);
        var data = new DataOutputStream(zipped);
        data.writeInt(MAGIC);
        data.writeInt(VERSION);
        data.writeInt(entries.size());
        for (Entry entry : entries) {
            write(entry, data);
        }
        data.writeInt(MAGIC);
        data.flush();
        zipped.finish();
    }

    private static void write(Entry entry, DataOutputStream data) throws IOException {
        data.writeUTF(entry.family());
        data.writeUTF(entry.source());
        data.writeBoolean(entry.invented());
        data.writeUTF(entry.sha256());
        data.writeUTF(entry.features().machine().name());
        write(entry.features().strings(), data);
        write(entry.features().constants(), data);
        write(entry.features().imports(), data);
        data.writeInt(entry.features().functions().size());
        for (FunctionPrint function : entry.features().functions()) {
            data.writeLong(function.address());
            data.writeInt(function.size());
            data.writeLong(function.exact());
            data.write(function.shape().bytes());
            data.write(function.sense().bytes());
            write(function.anchors(), data);
            int calls = Math.min(function.calls().size(), MAX_CALLS);
            data.writeInt(calls);
            for (int call : function.calls().subList(0, calls)) {
                data.writeInt(call);
            }
        }
    }

    private static void write(Hashes hashes, DataOutputStream data) throws IOException {
        data.writeInt(hashes.size());
        for (long hash : hashes.toArray()) {
            data.writeLong(hash);
        }
    }

    /// Does not close the stream.
    ///
    /// @throws UnreadableStoreException if it is no store, of another version, damaged, or too large
    /// @throws IOException if the stream fails
    public static List<Entry> read(InputStream in) throws IOException {
        try {
            return new Reading(new DataInputStream(new GZIPInputStream(in, 1 << 16))).entries();
        } catch (EOFException | ZipException | UTFDataFormatException e) {
            var unreadable = new UnreadableStoreException("the store of samples is damaged: " + e.getMessage());
            unreadable.initCause(e);
            throw unreadable;
        }
    }

    /// One store while it is read.
    private static final class Reading {
        private final DataInputStream data;
        private long weight;

        Reading(DataInputStream data) {
            this.data = data;
        }

        List<Entry> entries() throws IOException {
            if (data.readInt() != MAGIC) {
                throw new UnreadableStoreException("this is no store of samples");
            }
            int version = data.readInt();
            if (version != VERSION) {
                throw new UnreadableStoreException(
                        "the store of samples has version " + version + ", this program reads " + VERSION);
            }
            int count = count(MAX_ENTRIES, 0);
            var entries = new ArrayList<Entry>();
            for (int i = 0; i < count; i++) {
                entries.add(entry());
            }
            if (data.readInt() != MAGIC || data.read() >= 0) {
                throw new UnreadableStoreException("the store of samples does not end where it should");
            }
            return List.copyOf(entries);
        }

        private Entry entry() throws IOException {
            String family = data.readUTF();
            String source = data.readUTF();
            boolean invented = data.readBoolean();
            String sha256 = data.readUTF();
            Machine machine = machine(data.readUTF());
            Hashes strings = hashes();
            Hashes constants = hashes();
            Hashes imports = hashes();
            int count = count(MAX_FUNCTIONS, WEIGHT_OF_FUNCTION);
            var functions = new ArrayList<FunctionPrint>();
            for (int i = 0; i < count; i++) {
                functions.add(function(count));
            }
            return new Entry(
                    family,
                    source,
                    invented,
                    sha256,
                    new SampleFeatures(machine, functions, strings, constants, imports));
        }

        private static Machine machine(String name) throws UnreadableStoreException {
            for (Machine machine : Machine.values()) {
                if (machine.name().equals(name)) {
                    return machine;
                }
            }
            throw new UnreadableStoreException("the store of samples names an unknown machine");
        }

        private FunctionPrint function(int functions) throws IOException {
            long address = data.readLong();
            int size = data.readInt();
            long exact = data.readLong();
            Sketch shape = sketch();
            Sketch sense = sketch();
            Hashes anchors = hashes();
            int count = count(MAX_CALLS, 1);
            var calls = new ArrayList<Integer>();
            for (int i = 0; i < count; i++) {
                int call = data.readInt();
                if (call < 0 || call >= functions) {
                    throw new UnreadableStoreException("the store of samples names a function that is not there");
                }
                calls.add(call);
            }
            if (size < 0) {
                throw new UnreadableStoreException("the store of samples holds a function of negative size");
            }
            return new FunctionPrint(address, size, exact, shape, sense, anchors, calls);
        }

        private Sketch sketch() throws IOException {
            var bytes = new byte[Sketch.PLACES];
            data.readFully(bytes);
            return Sketch.ofBytes(bytes);
        }

        private Hashes hashes() throws IOException {
            int count = count(MAX_HASHES, 1);
            var values = new ArrayList<Long>();
            for (int i = 0; i < count; i++) {
                values.add(data.readLong());
            }
            return Hashes.of(values);
        }

        private int count(int limit, int weightOfEach) throws IOException {
            int count = data.readInt();
            weight += (long) Math.max(0, count) * weightOfEach;
            if (count < 0 || count > limit || weight > MAX_WEIGHT) {
                throw new UnreadableStoreException("the store of samples is larger than " + limit + " or damaged");
            }
            return count;
        }
    }
}
