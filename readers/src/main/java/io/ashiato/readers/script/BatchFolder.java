package io.ashiato.readers.script;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Undoes what hides commands of `cmd.exe`: carets, and variables that the script itself sets, whole, in
/// part, or with a replacement. Variables of the machine stay as they are.
final class BatchFolder {
    private static final Pattern SET =
            Pattern.compile("^\\s*@?set\\s+(\"?)([\\w~#$.-]+)=(.*?)\\1\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern USE = Pattern.compile(
            "([%!])([\\w#$.-]+|~?[\\w#$.-]+)(?::(?:~(-?\\d{1,5})(?:,(-?\\d{1,5}))?|([^%!=:]{1,200})=([^%!]{0,200})))?\\1");

    /// What `%a%%b%%c%` may grow to in one line.
    private static final int MAX_LINE = 1 << 16;

    private final Map<String, String> variables = new HashMap<>();
    private final Set<Technique> techniques = EnumSet.noneOf(Technique.class);
    private final List<String> literals = new ArrayList<>();

    private BatchFolder() {}

    static Layer fold(String text) {
        var folder = new BatchFolder();
        var out = new ArrayList<String>();
        for (String line : text.split("\r?\n", -1)) {
            out.add(folder.line(line));
        }
        String separator = text.contains("\r\n") ? "\r\n" : "\n";
        return new Layer(String.join(separator, out), folder.literals, List.of(), folder.techniques);
    }

    /// A line is expanded before its commands run, but a script that hides something sets first and uses
    /// later, often in one line with delayed expansion: so command by command.
    private String line(String line) {
        var out = new StringBuilder();
        for (String piece : commands(withoutCarets(line))) {
            String expanded = expanded(piece);
            Matcher set = SET.matcher(expanded);
            if (set.find()) {
                variables.put(set.group(2).toLowerCase(Locale.ROOT), set.group(3));
            }
            out.append(expanded);
        }
        return out.toString();
    }

    /// Carets outside quotes say "take the next character as it is".
    private String withoutCarets(String line) {
        if (line.indexOf('^') < 0) {
            return line;
        }
        var out = new StringBuilder();
        boolean quoted = false;
        int removed = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (c == '^' && !quoted) {
                removed++;
                i++;
                if (i < line.length()) {
                    out.append(line.charAt(i));
                }
            } else {
                out.append(c);
            }
        }
        if (removed > 0) {
            techniques.add(Technique.CARET_ESCAPES);
        }
        return out.toString();
    }

    /// The line cut before `&` and `|`, which stay in front of what follows them.
    private static List<String> commands(String line) {
        var commands = new ArrayList<String>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            boolean separates = (c == '&' || c == '|') && !quoted;
            if (separates && i > from) {
                commands.add(line.substring(from, i));
                from = i;
            }
            if (separates) {
                commands.add(String.valueOf(c));
                from = i + 1;
            }
        }
        commands.add(line.substring(from));
        return commands;
    }

    private String expanded(String command) {
        Matcher use = USE.matcher(command);
        var out = new StringBuilder();
        boolean found = false;
        while (use.find() && out.length() < MAX_LINE) {
            Optional<String> value = value(use);
            found |= value.isPresent();
            use.appendReplacement(out, Matcher.quoteReplacement(value.orElse(use.group())));
        }
        use.appendTail(out);
        if (!found || out.length() > MAX_LINE) {
            return command;
        }
        techniques.add(Technique.VARIABLE_EXPANSION);
        addChangedWords(command, out.toString());
        return out.toString();
    }

    private Optional<String> value(Matcher use) {
        String value = variables.get(use.group(2).toLowerCase(Locale.ROOT));
        if (value == null) {
            return Optional.empty();
        }
        if (use.group(3) != null) {
            return Optional.of(part(value, use.group(3), use.group(4)));
        }
        if (use.group(5) != null) {
            return Growth.allows(value.length(), use.group(6).length())
                    ? Optional.of(Pattern.compile(Pattern.quote(use.group(5)), Pattern.CASE_INSENSITIVE)
                            .matcher(value)
                            .replaceAll(Matcher.quoteReplacement(use.group(6))))
                    : Optional.empty();
        }
        return Optional.of(value);
    }

    /// `%x:~2,3%`; negative numbers count from the end.
    private static String part(String value, String start, @Nullable String count) {
        int from = Integer.parseInt(start);
        from = Math.clamp(from < 0 ? value.length() + from : from, 0, value.length());
        int length = count == null ? value.length() : Integer.parseInt(count);
        int to = length < 0 ? value.length() + length : (int) Math.min((long) from + length, value.length());
        return value.substring(from, Math.max(from, to));
    }

    /// The words of which variables were a part.
    private void addChangedWords(String before, String after) {
        Set<String> known = Set.of(before.split("\\s+", -1));
        for (String word : after.split("\\s+", -1)) {
            if (!known.contains(word) && !word.isBlank()) {
                literals.add(word);
            }
        }
    }
}
