package io.ashiato.cli;

import io.ashiato.model.RuleInfo;
import io.ashiato.sigma.CompiledRule;
import io.ashiato.sigma.match.PatternMatcher;
import io.ashiato.sigma.rule.Folding;
import io.ashiato.sigma.rule.TextPattern;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What names rules on the command line: an id, a title, a tag or a file, `*` for any text and `?` for any
/// sign in it. Case does not count, and a pattern has to fit the whole:
///
/// - a tag stands for what is below it too, and `attack.` may be left out: `t1059` is also
///   `attack.t1059.001`;
/// - of a file, the path's last parts are enough: `windows/*` fits `sigma/rules/windows/x.yml`.
///
/// `id:`, `title:`, `tag:` or `file:` before it says which of them is meant.
final class RulePattern {
    /// What of a rule a pattern is held against.
    private enum Subject {
        ID,
        TITLE,
        TAG,
        FILE
    }

    private static final String ATTACK = "attack.";

    private final String given;
    private final Optional<Subject> subject;
    private final PatternMatcher whole;
    private final PatternMatcher below;

    private RulePattern(String given, Optional<Subject> subject, String pattern) {
        this.given = given;
        this.subject = subject;
        this.whole = matcher(pattern);
        this.below = matcher(pattern + ".*");
    }

    static RulePattern of(String given) {
        for (Subject each : Subject.values()) {
            String prefix = each.name().toLowerCase(Locale.ROOT) + ":";
            if (given.toLowerCase(Locale.ROOT).startsWith(prefix)) {
                return new RulePattern(given, Optional.of(each), given.substring(prefix.length()));
            }
        }
        return new RulePattern(given, Optional.empty(), given);
    }

    private static PatternMatcher matcher(String pattern) {
        return new PatternMatcher(TextPattern.parse(pattern).folded());
    }

    /// As it was given.
    @Override
    public String toString() {
        return given;
    }

    /// Whether it fits the rule's id or title.
    boolean fits(RuleInfo about) {
        return (isAbout(Subject.ID) && isWhole(about.id())) || (isAbout(Subject.TITLE) && isTitle(about));
    }

    private boolean isAbout(Subject each) {
        return subject.isEmpty() || subject.get() == each;
    }

    private boolean isTitle(RuleInfo about) {
        return isWhole(about.title()) || about.titleJa().filter(this::isWhole).isPresent();
    }

    boolean fits(CompiledRule rule) {
        return Arrays.stream(Subject.values()).filter(this::isAbout).anyMatch(each -> fits(each, rule));
    }

    private boolean fits(Subject each, CompiledRule rule) {
        return switch (each) {
            case ID -> isWhole(rule.about().id());
            case TITLE -> isTitle(rule.about());
            case TAG -> rule.tags().stream().flatMap(RulePattern::spellings).anyMatch(this::isTag);
            case FILE -> tails(rule.file()).anyMatch(this::isWhole);
        };
    }

    private static Stream<String> spellings(String tag) {
        boolean attack = tag.regionMatches(true, 0, ATTACK, 0, ATTACK.length());
        return attack ? Stream.of(tag, tag.substring(ATTACK.length())) : Stream.of(tag);
    }

    /// `a/b/c`, `b/c`, `c`.
    private static Stream<String> tails(String path) {
        String slashes = path.replace('\\', '/');
        return IntStream.range(0, slashes.length())
                .filter(at -> at == 0 || slashes.charAt(at - 1) == '/')
                .mapToObj(slashes::substring);
    }

    private boolean isTag(String tag) {
        return isWhole(tag) || below.matches(Folding.foldToChars(tag));
    }

    private boolean isWhole(String text) {
        return whole.matches(Folding.foldToChars(text));
    }
}
