package io.ashiato.readers.script;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses and programs that scripts name, in the order in which they occur, each once.
final class Mentions {
    /// More of one kind are not listed.
    private static final int MAX = 1_000;

    private static final Pattern URL =
            Pattern.compile("\\b(?:https?|ftp)://[^\\s\"'<>^`|(){}\\\\,;]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARE =
            Pattern.compile("(?<![\\\\\\w:])\\\\\\\\[A-Za-z0-9._-]+(?:@(?:SSL|\\d+))*\\\\[^\\s\"'<>|^]+");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\d.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?![\\d.])");
    private static final Pattern PROGRAM = Pattern.compile(
            "(?<![\\w.-])(?:([\\w-]{1,64})\\.exe\\b|(powershell|pwsh|cmd|mshta|wscript|cscript|rundll32|regsvr32|certutil"
                    + "|bitsadmin|curl|wget|msiexec|schtasks|wmic|forfiles|reg|netsh|net|sc|ssh|ftp|tar|expand|extrac32"
                    + "|installutil|regasm|msbuild|hh|odbcconf|explorer)(?=\\s+[-/\"'%$\\w\\\\]))",
            Pattern.CASE_INSENSITIVE);

    private final Set<String> urls = new LinkedHashSet<>();
    private final Set<String> shares = new LinkedHashSet<>();
    private final Set<String> addresses = new LinkedHashSet<>();
    private final Set<String> programs = new LinkedHashSet<>();

    void add(String text) {
        each(URL, text, match -> put(urls, trimmed(match.group())));
        each(SHARE, text, match -> put(shares, match.group()));
        each(ADDRESS, text, match -> put(addresses, match.group()));
        each(PROGRAM, text, match -> {
            String name = match.group(1) == null ? match.group(2) : match.group(1);
            put(programs, name.toLowerCase(Locale.ROOT) + ".exe");
        });
    }

    List<String> urls() {
        return new ArrayList<>(urls);
    }

    /// `\\server\share\...`, also of WebDAV.
    List<String> shares() {
        return new ArrayList<>(shares);
    }

    /// IPv4 addresses.
    List<String> addresses() {
        return new ArrayList<>(addresses);
    }

    /// File names in lower case.
    List<String> programs() {
        return new ArrayList<>(programs);
    }

    private static void each(Pattern pattern, String text, Consumer<Matcher> action) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            action.accept(matcher);
        }
    }

    /// A full stop behind an address ends the sentence.
    private static String trimmed(String url) {
        int end = url.length();
        while (end > 0 && ".:!?]".indexOf(url.charAt(end - 1)) >= 0) {
            end--;
        }
        return url.substring(0, end);
    }

    private static void put(Set<String> set, String value) {
        if (set.size() < MAX) {
            set.add(value);
        }
    }
}
