package io.ashiato.readers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Fields of a text document that reach outside it (ECMA-376 part 1, 17.16): `DDEAUTO` starts programs,
/// `INCLUDEPICTURE` and `LINK` fetch, `HYPERLINK` leads away. The same in Word's three formats.
public final class FieldInstructions {
    /// Tables of contents make thousands of fields; those that reach outside are few.
    private static final int MAX_KEPT = 1_000;

    private static final int MAX_LENGTH = 8_192;

    private static final Set<String> FETCHING =
            Set.of("hyperlink", "includepicture", "includetext", "include", "import", "link", "rd", "database");

    /// Word itself allows 20 fields inside each other.
    private static final int MAX_DEPTH = 64;

    private final Deque<Field> open = new ArrayDeque<>();
    private final Set<String> dde = new LinkedHashSet<>();
    private final Set<String> targets = new LinkedHashSet<>();

    private static final class Field {
        private final StringBuilder instruction = new StringBuilder();
        private boolean inResult;
    }

    /// A field begins, perhaps inside another.
    public void begin() {
        if (open.size() < MAX_DEPTH) {
            open.push(new Field());
        }
    }

    /// A piece of the innermost field's instruction; what comes behind [#separate()] is its result and left out.
    public void append(String text) {
        Field field = open.peek();
        if (field != null && !field.inResult && field.instruction.length() + text.length() <= MAX_LENGTH) {
            field.instruction.append(text);
        }
    }

    /// The instruction of the innermost field is complete.
    public void separate() {
        Field field = open.peek();
        if (field != null) {
            field.inResult = true;
        }
    }

    /// The innermost field ends.
    public void end() {
        Field field = open.poll();
        if (field != null) {
            String instruction = field.instruction.toString();
            add(instruction);
            quoted(instruction).ifPresent(this::append);
        }
    }

    /// All fields that were not ended end.
    public void finish() {
        while (!open.isEmpty()) {
            end();
        }
    }

    /// Looks at one instruction, such as `HYPERLINK "https://example.com" \o "tip"`.
    public void add(String instruction) {
        String text = instruction.strip();
        if (text.length() > MAX_LENGTH || dde.size() + targets.size() >= MAX_KEPT) {
            return;
        }
        List<String> words = words(text);
        String keyword = words.isEmpty() ? "" : words.getFirst().toLowerCase(Locale.ROOT);
        if (keyword.equals("dde") || keyword.equals("ddeauto")) {
            dde.add(text);
        } else if (FETCHING.contains(keyword)) {
            // LINK names a class first, and each may be preceded by switches that begin with a backslash.
            words.stream()
                    .skip(keyword.equals("link") ? 2 : 1)
                    .filter(word -> !isSwitch(word))
                    .findFirst()
                    .ifPresent(targets::add);
        }
    }

    /// What a `QUOTE` field of character numbers shows, which hides a word of the field around it.
    private static Optional<String> quoted(String instruction) {
        List<String> words = words(instruction.strip());
        if (words.size() < 2 || words.size() > MAX_LENGTH || !words.getFirst().equalsIgnoreCase("quote")) {
            return Optional.empty();
        }
        var text = new StringBuilder();
        for (String word : words.subList(1, words.size())) {
            if (!word.matches("\\d{1,5}")) {
                return Optional.of(String.join(" ", words.subList(1, words.size())));
            }
            text.append((char) Integer.parseInt(word));
        }
        return Optional.of(text.toString());
    }

    /// Facts `dde` and `field_targets`, where there are any.
    public void tell(ReadingBuilder reading) {
        if (!dde.isEmpty()) {
            reading.facts().texts("dde", List.copyOf(dde));
        }
        if (!targets.isEmpty()) {
            reading.facts().texts("field_targets", List.copyOf(targets));
        }
    }

    private static boolean isSwitch(String word) {
        return word.length() <= 2 && word.startsWith("\\");
    }

    /// Words between blanks, or between quotation marks, in which a backslash guards the next character.
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        int at = 0;
        while (at < text.length()) {
            char first = text.charAt(at);
            if (Character.isWhitespace(first)) {
                at++;
                continue;
            }
            var word = new StringBuilder();
            boolean quoted = first == '"' || first == '\u201C';
            at += quoted ? 1 : 0;
            while (at < text.length() && !ends(text.charAt(at), quoted)) {
                boolean guarded = quoted && text.charAt(at) == '\\' && at + 1 < text.length();
                at += guarded ? 1 : 0;
                word.append(text.charAt(at++));
            }
            at++;
            words.add(word.toString());
        }
        return words;
    }

    private static boolean ends(char c, boolean quoted) {
        return quoted ? c == '"' || c == '\u201D' : Character.isWhitespace(c);
    }
}
