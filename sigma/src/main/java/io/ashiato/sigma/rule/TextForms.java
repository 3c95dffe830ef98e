package io.ashiato.sigma.rule;

import io.ashiato.sigma.rule.Modifier.Group;
import io.ashiato.sigma.syntax.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The texts that a value stands for once placeholders, dashes and encodings are applied.
final class TextForms {
    /// The texts that one item may grow to: some lists of placeholder values have thousands of names, and
    /// combinations of such lists, or of dashes inside Base64, grow without end.
    static final int MAX_FORMS = 100_000;

    private final ModifierChain chain;
    private final Placeholders placeholders;
    private int forms;

    TextForms(ModifierChain chain, Placeholders placeholders) {
        this.chain = chain;
        this.placeholders = placeholders;
    }

    /// The values that a text with placeholders stands for; itself without `expand`.
    List<String> expanded(String text) throws ValueException {
        if (!chain.has(Modifier.EXPAND)) {
            return List.of(text);
        }
        List<String> expanded = placeholders.expand(text, MAX_FORMS - forms);
        counted(expanded.size());
        return expanded;
    }

    /// One pattern for each text; a value that passes one of them passes.
    List<TextPattern> of(String text) throws ValueException {
        var patterns = new ArrayList<TextPattern>();
        for (String value : expanded(text)) {
            TextPattern pattern = TextPattern.parse(value);
            pattern = chain.has(Modifier.WINDASH) ? pattern.withAnyDash() : pattern;
            Optional<Modifier> base64 = chain.of(Group.BASE64);
            if (base64.isPresent()) {
                patterns.addAll(inBase64(value, pattern, base64.get()));
            } else {
                Optional<Modifier> charset = chain.of(Group.UTF16);
                patterns.add(charset.isPresent() ? Encodings.bytesAsCharacters(pattern, charset.get()) : pattern);
            }
        }
        return patterns;
    }

    private List<TextPattern> inBase64(String value, TextPattern pattern, Modifier base64) throws ValueException {
        if (pattern.hasWildcards()) {
            throw new ValueException(ProblemCode.VALUE_DOES_NOT_FIT, "wildcards cannot be encoded as Base64");
        }
        Optional<List<String>> spellings = pattern.spellings(MAX_FORMS - forms);
        counted(spellings.isPresent() ? spellings.get().size() : MAX_FORMS + 1);
        var patterns = new ArrayList<TextPattern>();
        for (String spelling : spellings.orElse(List.of())) {
            byte[] bytes = Encodings.bytes(spelling, chain.of(Group.UTF16).orElse(base64));
            List<String> texts =
                    base64 == Modifier.BASE64 ? List.of(Encodings.base64(bytes)) : Encodings.base64AtAnyOffset(bytes);
            if (texts.isEmpty()) {
                throw new ValueException(
                        ProblemCode.VALUE_DOES_NOT_FIT, "'" + value + "' is too short to be recognised inside Base64");
            }
            texts.forEach(text -> patterns.add(TextPattern.literal(text)));
        }
        return patterns;
    }

    private void counted(int more) throws ValueException {
        forms += more;
        if (forms > MAX_FORMS) {
            throw new ValueException(
                    ProblemCode.LIMIT_EXCEEDED, "the values stand for more than " + MAX_FORMS + " texts");
        }
    }
}
