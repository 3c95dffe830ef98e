package io.ashiato.sigma.rule;

import io.ashiato.sigma.rule.Modifier.Group;
import io.ashiato.sigma.syntax.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The texts that a value stands for once placeholders, dashes and encodings are applied.
final class TextForms {
    private final ModifierChain chain;
    private final Placeholders placeholders;
    private final Budget budget;

    TextForms(ModifierChain chain, Placeholders placeholders, Budget budget) {
        this.chain = chain;
        this.placeholders = placeholders;
        this.budget = budget;
    }

    /// The values that a text with placeholders stands for; itself without `expand`.
    List<String> expanded(String text) throws ValueException {
        if (!chain.has(Modifier.EXPAND)) {
            return List.of(text);
        }
        Placeholders.Extent extent = placeholders.extent(text);
        budget.allowTexts(extent.count(), extent.length());
        return placeholders.expand(text);
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
        for (TextPattern pattern : patterns) {
            budget.takeText(pattern);
        }
        return patterns;
    }

    private List<TextPattern> inBase64(String value, TextPattern pattern, Modifier base64) throws ValueException {
        if (pattern.hasWildcards()) {
            throw new ValueException(ProblemCode.VALUE_DOES_NOT_FIT, "wildcards cannot be encoded as Base64");
        }
        budget.allowTexts(pattern.spellingCount(), value.length());
        var patterns = new ArrayList<TextPattern>();
        for (String spelling : pattern.spellings()) {
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
}
