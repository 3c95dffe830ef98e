package io.ashiato.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/// Standard output, where a reader that has gone away (`| head`) is told from a disk that is full: the one ends
/// the program without a word, the other is an error.
final class ResultStream extends FilterOutputStream {
    ResultStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        try {
            out.write(b);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// The system's message is all there is: `Broken pipe`, on Windows `The pipe is being closed`, in Japanese
    /// `パイプが切断されました`.
    private static IOException failed(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("pipe") || message.contains("パイプ") ? new OutputClosedException() : e;
    }
}
