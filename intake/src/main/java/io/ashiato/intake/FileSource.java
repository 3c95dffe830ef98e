package io.ashiato.intake;

import io.ashiato.bytes.ByteSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;

/// A file, opened for reading. Reads do not move a position, so threads can share it.
public final class FileSource implements ByteSource, Closeable {
    private final Path path;
    private final FileChannel channel;
    private final long size;
    private final FileTime modified;

    private FileSource(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        this.size = channel.size();
        this.modified = Files.getLastModifiedTime(path);
    }

    /// @param path not followed if it is a link, also one since it was listed
    /// @throws IOException if the file cannot be opened
    public static FileSource open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try {
            return new FileSource(path, channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        if (position < 0 || position >= size) {
            return 0; // also bytes that were added since: all readers see the same file
        }
        return readFully(channel, position, into, offset, (int) Math.min(length, size - position));
    }

    /// Whether somebody wrote to the file since it was opened.
    boolean isChanged() {
        try {
            return channel.size() != size
                    || !Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS)
                            .equals(modified);
        } catch (IOException e) {
            return true; // it was there, and is not any more
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    static int readFully(FileChannel channel, long position, byte[] into, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int count = channel.read(ByteBuffer.wrap(into, offset + done, length - done), position + done);
            if (count < 0) {
                break;
            }
            done += count;
        }
        return done;
    }
}
