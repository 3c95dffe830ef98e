package io.ashiato.casefile.store;

import io.ashiato.bytes.JsonText;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.HexFormat;

/// Passes JSON text on and writes by its number each unpaired surrogate, since UTF-8 cannot carry it, and each
/// character that hides or reverses others. Evidence holds such text; JSON has it only inside strings, where the escape
/// is right.
final class EscapingWriter extends FilterWriter {
    private char high; // a high surrogate whose partner has not come yet, or 0

    EscapingWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int c) throws IOException {
        char unit = (char) c;
        if (high != 0) {
            if (Character.isLowSurrogate(unit)) {
                out.write(high);
                out.write(unit);
                high = 0;
                return;
            }
            escapePending();
        }
        if (Character.isHighSurrogate(unit)) {
            high = unit;
        } else if (Character.isLowSurrogate(unit) || JsonText.isHidden(unit)) {
            escape(unit);
        } else {
            out.write(unit);
        }
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            write(text[i]);
        }
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            write(text.charAt(i));
        }
    }

    @Override
    public void close() throws IOException {
        escapePending();
        super.close();
    }

    private void escapePending() throws IOException {
        if (high != 0) {
            escape(high);
            high = 0;
        }
    }

    private void escape(char unit) throws IOException {
        out.write("\\u");
        out.write(HexFormat.of().toHexDigits(unit));
    }
}
