package io.ashiato.readers.script;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.Utf16;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.ScriptLanguage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a script or a command line: its language, what it names, and the layer below.
///
/// The facts cover all layers, so that the outermost tells what the innermost says; the children, named
/// `layer-1` and on, are the next layer only, and tell the one below them when they are read in turn.
public final class ScriptReader {
    /// Larger texts carry data, and are read up to here.
    private static final int MAX_BYTES = 4 << 20;

    /// So much of what was decoded is shown among the facts; the children have it whole.
    private static final int SHOWN = 4_096;

    private ScriptReader() {}

    /// In which language a text is written, if it is a script; prose, logs and data are none.
    public static Optional<ScriptLanguage> language(String text) {
        return ScriptLanguage.of(text);
    }

    /// @return kind [EvidenceKind#SCRIPT], [EvidenceKind#COMMAND_LINE] for a text of one line that is no
    ///     script, and [EvidenceKind#TEXT] for all else
    /// @throws IOException if the machine fails to read
    public static ArtefactReading read(ByteSource source) throws IOException {
        String text = text(source.first(MAX_BYTES));
        boolean oneLine = text.strip().indexOf('\n') < 0;
        EvidenceKind kind = language(text).isPresent()
                ? EvidenceKind.SCRIPT
                : oneLine ? EvidenceKind.COMMAND_LINE : EvidenceKind.TEXT;
        return read(source, kind);
    }

    /// Reads a text whose kind is known from where it lay: the command of a shortcut, a layer of a script.
    ///
    /// @param kind goes into the result as it is
    /// @throws IOException if the machine fails to read
    public static ArtefactReading read(ByteSource source, EvidenceKind kind) throws IOException {
        var damage = new ArrayList<Damage>();
        if (source.size() > MAX_BYTES) {
            damage.add(new Damage.OverLimit("script", MAX_BYTES, MAX_BYTES));
        }
        String text = text(source.first(MAX_BYTES));
        ScriptLanguage language = language(text).orElse(ScriptLanguage.COMMAND_LINE);
        ScriptLayers.Decoded decoded = ScriptLayers.all(text, language);
        Facts.Builder facts = Facts.builder().text("language", language.id()).number("layers", decoded.layers());
        if (kind == EvidenceKind.COMMAND_LINE) {
            facts.text("command_line", Utf16.wellFormed(Utf16.cut(text, SHOWN)));
        }
        var mentions = new Mentions();
        decoded.texts().forEach(mentions::add);
        addTexts(
                "techniques",
                decoded.techniques().stream().map(Technique::id).sorted().toList(),
                facts);
        addTexts("urls", mentions.urls(), facts);
        addTexts("shares", mentions.shares(), facts);
        addTexts("addresses", mentions.addresses(), facts);
        addTexts("commands", mentions.programs(), facts);
        if (!decoded.decoded().isBlank()) {
            facts.text("decoded", Utf16.wellFormed(Utf16.cut(decoded.decoded(), SHOWN)));
        }
        return new ArtefactReading(kind, facts.build(), children(decoded.next()), damage);
    }

    private static List<ArtefactReading.Child> children(List<byte[]> layers) {
        var children = new ArrayList<ArtefactReading.Child>();
        for (byte[] layer : layers) {
            children.add(new ArtefactReading.Child(
                    "layer-" + (children.size() + 1), ArtefactReading.Role.DECODED, ByteSource.of(layer)));
        }
        return children;
    }

    private static void addTexts(String name, List<String> values, Facts.Builder facts) {
        if (!values.isEmpty()) {
            facts.texts(name, values.stream().map(Utf16::wellFormed).toList());
        }
    }

    /// By its mark, else UTF-8 where it is that, else the code page of Japanese Windows, which also holds
    /// all of ASCII.
    static String text(byte[] bytes) {
        if (bytes.length >= 2) {
            int mark = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
            if (mark == 0xFFFE || (bytes[1] == 0 && bytes[0] != 0)) {
                return unmarked(new String(bytes, StandardCharsets.UTF_16LE));
            }
            if (mark == 0xFEFF) {
                return unmarked(new String(bytes, StandardCharsets.UTF_16BE));
            }
        }
        try {
            return unmarked(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            Charset japanese =
                    Charset.isSupported("windows-31j") ? Charset.forName("windows-31j") : StandardCharsets.ISO_8859_1;
            return new String(bytes, japanese);
        }
    }

    private static String unmarked(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
