package io.ashiato.readers.script;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The languages whose layers are decoded.
public enum ScriptLanguage {
    POWERSHELL(
            List.of(
                    "^\\s*(?:\\S*\\\\)?(?:powershell|pwsh)(?:\\.exe)?[\"']?\\s+[-/]\\w",
                    "^\\s*(?:\\[CmdletBinding\\(|param\\s*\\(|#requires\\b)",
                    "\\[(?:System\\.)?(?:Convert|Text\\.Encoding|char|Reflection\\.Assembly)(?:\\[\\])?\\]\\s*(?:::|\\(|\\d|0x)",
                    "\\bNew-Object\\s+(?:System\\.)?(?:Net|IO)\\."),
            List.of(
                    "^\\s*\\$[\\w:]+\\s*\\+?=[^=]",
                    "^\\s*(?:Get|Set|New|Write|Invoke|Start|Stop|Add|Out|Remove|Import|Copy|Expand)-[A-Z][A-Za-z]+\\b",
                    "(?:^|[|;&(])\\s*(?:iex|invoke-expression|iwr|irm)\\b",
                    "^\\s*(?:function|filter)\\s+[\\w-]+\\s*(?:\\([^)]*\\)\\s*)?\\{",
                    "\\s-(?:join|replace|split|bxor|eq|ne|match)\\s")),
    VBSCRIPT(
            List.of(
                    "^\\s*Set\\s+\\w+\\s*=\\s*(?:WScript\\.)?CreateObject\\s*\\(",
                    "^\\s*On Error Resume Next\\s*$",
                    "^\\s*Attribute VB_Name\\b",
                    "\\bChrW?\\s*\\(\\s*(?:&H)?[0-9A-F]+\\s*\\)\\s*&",
                    "^\\s*WScript\\.\\w+(?!.*;\\s*$)"),
            List.of(
                    "^\\s*(?:Dim|ReDim|Const|Option Explicit)\\b[^;{}]*$",
                    "^\\s*(?:(?:Public|Private)\\s+)?(?:Sub|Function)\\s+\\w+\\s*(?:\\([^)]*\\))?\\s*(?:As \\w+)?\\s*$",
                    "^\\s*End\\s+(?:Sub|Function|If|With|Select)\\s*$",
                    "^\\s*MsgBox\\b",
                    "^\\s*ExecuteGlobal\\b")),
    JSCRIPT(
            List.of(
                    "\\bnew\\s+ActiveXObject\\s*\\(",
                    "\\bString\\.fromCharCode\\s*\\(",
                    "\\bWScript\\.\\w+.*;\\s*$",
                    "^\\s*(?:var|let|const)\\s+\\w+\\s*=.*;",
                    "^\\s*eval\\s*\\("),
            List.of(
                    "^\\s*function\\s+\\w+\\s*\\([^)]*\\)\\s*\\{",
                    "\\bfunction\\s*\\([^)]*\\)\\s*\\{",
                    "^\\s*(?:try|else)\\s*\\{",
                    "^\\s*for\\s*\\(\\s*(?:var|let)\\b")),
    BATCH(
            List.of(
                    "^\\s*@echo\\s+off\\b",
                    "%~dp0",
                    "^\\s*(?:\\S*\\\\)?cmd(?:\\.exe)?[\"']?\\s+/[cCkKvVsSqQ]\\b",
                    "^\\s*@?setlocal\\b"),
            List.of(
                    "^\\s*@?set\\s+\"?\\w+=",
                    "^\\s*@?(?:goto|call)\\s+:?\\w+\\s*$",
                    "^\\s*@?if\\s+(?:not\\s+)?(?:exist|defined|errorlevel)\\b",
                    "^\\s*@?(?:rem|echo)\\b",
                    "^\\s*:[A-Za-z]\\w*\\s*$")),
    COMMAND_LINE(List.of(), List.of());

    /// So much of a text is looked at.
    private static final int LOOKED_AT = 16_384;

    /// A line longer than this is looked at in part.
    private static final int LINE = 2_000;

    private static final int ENOUGH = 2;

    /// A line of a log begins with a time, an address or a bracket.
    private static final Pattern LOG_LINE = Pattern.compile(
            "^\\s*(?:\\[|<\\d+>|\\d{4}[-/]\\d\\d[-/]\\d\\d|\\d\\d:\\d\\d:\\d\\d|\\d{1,3}(?:\\.\\d{1,3}){3}\\s|[A-Z][a-z]{2} [ \\d]\\d \\d\\d:)");

    private final List<Pattern> strong;
    private final List<Pattern> weak;

    ScriptLanguage(List<String> strong, List<String> weak) {
        this.strong = strong.stream().map(ScriptLanguage::compiled).toList();
        this.weak = weak.stream().map(ScriptLanguage::compiled).toList();
    }

    /// The stable name in facts: `powershell`, `command-line`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// In which language a text is written, if it is a script: one trait that only scripts have, or two
    /// that occur in scripts. A log that quotes a script is none.
    static Optional<ScriptLanguage> of(String text) {
        List<String> lines = text.substring(0, Math.min(text.length(), LOOKED_AT))
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.substring(0, Math.min(line.length(), LINE)))
                .toList();
        if (lines.stream()
                                .limit(20)
                                .filter(line -> LOG_LINE.matcher(line).find())
                                .count()
                        * 2
                > Math.min(20, lines.size())) {
            return Optional.empty();
        }
        ScriptLanguage best = COMMAND_LINE;
        int bestScore = ENOUGH - 1;
        for (ScriptLanguage language : values()) {
            int score = language.score(lines);
            if (score > bestScore) {
                best = language;
                bestScore = score;
            }
        }
        return best == COMMAND_LINE ? Optional.empty() : Optional.of(best);
    }

    private int score(List<String> lines) {
        return 2 * count(strong, lines) + count(weak, lines);
    }

    /// How many different traits occur.
    private static int count(List<Pattern> traits, List<String> lines) {
        return (int) traits.stream()
                .filter(trait ->
                        lines.stream().anyMatch(line -> trait.matcher(line).find()))
                .count();
    }

    private static Pattern compiled(String trait) {
        return Pattern.compile(trait, Pattern.CASE_INSENSITIVE);
    }
}
