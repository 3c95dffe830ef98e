package io.ashiato.intake;

import io.ashiato.bytes.ByteSource;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps an unpacked member: in memory while it is small, else in a file of the scratch folder, which
/// closing this deletes. The file's name has nothing of the member's.
final class Spool implements Closeable {
    private final Path scratch;
    private final int memoryBytes;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;
    private @Nullable FileChannel channel;
    private long size;

    Spool(Path scratch, int memoryBytes) {
        this.scratch = scratch;
        this.memoryBytes = memoryBytes;
    }

    void write(byte[] bytes, int length) throws IOException {
        size += length;
        if (channel == null && size <= memoryBytes) {
            memory.write(bytes, 0, length);
            return;
        }
        FileChannel open = channel == null ? moveToFile() : channel;
        writeFully(open, ByteBuffer.wrap(bytes, 0, length));
    }

    /// What was written. Nothing may be written any more.
    ByteSource source() {
        FileChannel open = channel;
        return open == null ? ByteSource.of(memory.toByteArray()) : new ScratchFile(open, size);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    private FileChannel moveToFile() throws IOException {
        Path created = Files.createTempFile(scratch, "member-", ".bin"); // readable by this user alone
        file = created;
        FileChannel open = FileChannel.open(created, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
        channel = open;
        writeFully(open, ByteBuffer.wrap(memory.toByteArray()));
        memory = new ByteArrayOutputStream(0);
        return open;
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private record ScratchFile(FileChannel channel, long size) implements ByteSource {
        @Override
        public int read(long position, byte[] into, int offset, int length) throws IOException {
            if (position < 0 || position >= size) {
                return 0;
            }
            return FileSource.readFully(channel, position, into, offset, (int) Math.min(length, size - position));
        }
    }
}
