package io.ashiato.readers.script;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decodes a script layer after layer, within limits; nothing is executed.
public final class ScriptLayers {
    /// Layers that are decoded of one script, side by side or one in another. Those seen in the wild have
    /// less than ten.
    private static final int MAX_LAYERS = 40;

    /// Characters that are decoded of one script in all.
    private static final long MAX_TEXT = 32L << 20;

    /// `powershell -Command "..."`: the script stands in the quotes.
    private static final Pattern QUOTED_COMMAND = Pattern.compile(
            "^(.*?\\b(?:powershell|pwsh)(?:\\.exe)?\"?\\s.*?-c(?:o(?:m(?:m(?:a(?:n(?:d)?)?)?)?)?)?\\s+\")(.*)(\"\\s*)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /// `cmd /c "..."`: the quotes go before the carets are looked at.
    private static final Pattern QUOTED_BATCH = Pattern.compile(
            "^(\\s*\\S*cmd(?:\\.exe)?\"?\\s.*?/[ck]\\s*\")(.*)(\"\\s*)$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final List<String> texts = new ArrayList<>();
    private final Set<Technique> techniques = EnumSet.noneOf(Technique.class);
    private int layers;
    private long characters;

    private ScriptLayers() {}

    /// All that a script decodes to.
    ///
    /// @param texts the script and each layer, as text
    /// @param layers how many there are besides the script
    /// @param decoded what was hidden, in the end: the innermost payload, or the literals that folding made
    record Decoded(List<String> texts, int layers, Set<Technique> techniques, String decoded) {
        Decoded {
            texts = List.copyOf(texts);
            techniques = Set.copyOf(techniques);
        }
    }

    static Decoded all(String script, ScriptLanguage language) {
        var reading = new ScriptLayers();
        String decoded = reading.decode(script, language);
        return new Decoded(reading.texts, reading.layers, reading.techniques, decoded);
    }

    /// What one step makes of a script: the next layers, as bytes; a folded script is one layer, else each
    /// payload is one. None where nothing is hidden.
    static List<byte[]> next(String script, ScriptLanguage language) {
        Layer layer = step(script, language);
        boolean folded = !layer.text().equals(script) && !layer.techniques().isEmpty();
        return folded
                ? List.of(layer.text().getBytes(StandardCharsets.UTF_8))
                : Payloads.in(script).payloads();
    }

    /// @return what was hidden; empty where nothing was
    private String decode(String script, ScriptLanguage language) {
        texts.add(script);
        characters += script.length();
        Layer layer = step(script, language);
        String text = script;
        if (!layer.text().equals(script) && !layer.techniques().isEmpty()) {
            text = layer.text();
            layers++;
            texts.add(text);
            characters += text.length();
            techniques.addAll(layer.techniques());
        }
        Layer payloads = Payloads.in(text);
        techniques.addAll(payloads.techniques());
        var inner = new ArrayList<String>();
        for (byte[] payload : payloads.payloads()) {
            if (layers == MAX_LAYERS || characters > MAX_TEXT) {
                break;
            }
            layers++;
            Optional<String> payloadText = Encodings.text(payload);
            if (payloadText.isPresent()) {
                String nested = payloadText.get();
                String hidden = decode(nested, ScriptReader.language(nested).orElse(language));
                inner.add(hidden.isEmpty() ? nested : hidden);
            }
        }
        return String.join("\n", inner.isEmpty() ? layer.literals() : inner);
    }

    private static Layer step(String script, ScriptLanguage language) {
        return switch (language) {
            case POWERSHELL -> within(QUOTED_COMMAND, script, inner -> Folder.fold(inner, language));
            case VBSCRIPT, JSCRIPT -> Folder.fold(script, language);
            case BATCH, COMMAND_LINE -> command(script);
        };
    }

    /// Carets and variables first; then, where the command line starts another interpreter, its language.
    private static Layer command(String script) {
        Layer batch = within(QUOTED_BATCH, script, BatchFolder::fold);
        Optional<ScriptLanguage> started = started(batch.text());
        if (started.isEmpty()) {
            return batch;
        }
        Layer inner = within(QUOTED_COMMAND, batch.text(), text -> Folder.fold(text, started.get()));
        var techniques = EnumSet.noneOf(Technique.class);
        techniques.addAll(batch.techniques());
        techniques.addAll(inner.techniques());
        var literals = new ArrayList<>(batch.literals());
        literals.addAll(inner.literals());
        return new Layer(inner.text(), literals, List.of(), techniques);
    }

    private static Optional<ScriptLanguage> started(String command) {
        String lower = command.toLowerCase(Locale.ROOT);
        if (lower.contains("powershell") || lower.contains("pwsh")) {
            return Optional.of(ScriptLanguage.POWERSHELL);
        }
        if (lower.contains("vbscript:")) {
            return Optional.of(ScriptLanguage.VBSCRIPT);
        }
        return lower.contains("javascript:") ? Optional.of(ScriptLanguage.JSCRIPT) : Optional.empty();
    }

    /// Folds what stands in the quotes of a command line, or all where there are none.
    private static Layer within(Pattern quoted, String script, Function<String, Layer> folding) {
        Matcher command = quoted.matcher(script);
        if (script.indexOf('\n') >= 0 || !command.matches()) {
            return folding.apply(script);
        }
        Layer inner = folding.apply(command.group(2));
        return new Layer(
                command.group(1) + inner.text() + command.group(3), inner.literals(), List.of(), inner.techniques());
    }
}
