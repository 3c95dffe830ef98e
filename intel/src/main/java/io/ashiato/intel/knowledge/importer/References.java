package io.ashiato.intel.knowledge.importer;

import io.ashiato.intel.knowledge.Citation;
import io.ashiato.model.PublishedSource;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Citations as ATT&CK writes them: `Author. (2015, March 30). Title. Retrieved February 8, 2021.`
final class References {
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    /// A citation is a line or two; what follows is not looked at.
    private static final int MAX_LENGTH = 1000;

    private static final int MAX_AUTHORS = 120;

    private static final Pattern PUBLISHED =
            Pattern.compile("\\((\\d{4})(?:, ?([A-Za-z]{3,9})\\.?(?: (\\d{1,2}))?)?[^()]{0,20}\\)");
    private static final Pattern RETRIEVED = Pattern.compile("Retrieved (?:on )?([A-Za-z]{3,9}) (\\d{1,2}),? (\\d{4})");

    private References() {}

    /// A citation from its parts.
    ///
    /// @param name by which relations cite it
    /// @param text as ATT&CK writes it, `""` for none
    static Citation read(String key, String name, String text, Optional<String> url) {
        String bounded = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        Matcher published = PUBLISHED.matcher(bounded);
        boolean isDated = published.find();
        String date = isDated ? date(published) : "";
        int open = bounded.indexOf(" (");
        String authors = open <= 0 ? name : bounded.substring(0, Math.min(open, MAX_AUTHORS));
        var source = new PublishedSource(key, trimmed(authors), title(bounded, name), date, url, false);
        if (!date.isEmpty()) {
            return Citation.dated(source, "");
        }
        return new Citation(source, retrieved(bounded), "");
    }

    private static String date(Matcher published) {
        String year = published.group(1);
        int month = month(published.group(2));
        if (month == 0) {
            return year;
        }
        String withMonth = String.format(Locale.ROOT, "%s-%02d", year, month);
        if (published.group(3) == null) {
            return withMonth;
        }
        int day = Integer.parseInt(published.group(3));
        return isDay(year, month, day) ? String.format(Locale.ROOT, "%s-%02d", withMonth, day) : withMonth;
    }

    private static boolean isDay(String year, int month, int day) {
        try {
            return LocalDate.of(Integer.parseInt(year), month, day).getDayOfMonth() == day;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /// 1 to 12, by the first three letters; 0 for no month.
    private static int month(@Nullable String name) {
        if (name == null) {
            return 0;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).startsWith(lower.substring(0, 3))) {
                return i + 1;
            }
        }
        return 0;
    }

    /// Who cites a page that has no date read it on a day: it had appeared by then.
    private static Optional<LocalDate> retrieved(String text) {
        Matcher retrieved = RETRIEVED.matcher(text);
        if (!retrieved.find()) {
            return Optional.empty();
        }
        int month = month(retrieved.group(1));
        int day = Integer.parseInt(retrieved.group(2));
        return month > 0 && isDay(retrieved.group(3), month, day)
                ? Optional.of(LocalDate.of(Integer.parseInt(retrieved.group(3)), month, day))
                : Optional.empty();
    }

    private static String title(String text, String name) {
        int close = text.indexOf(").");
        String rest = close < 0 ? text : text.substring(close + 2);
        int retrieved = rest.lastIndexOf("Retrieved");
        String title = trimmed(retrieved < 0 ? rest : rest.substring(0, retrieved));
        return title.isEmpty() ? name : title;
    }

    private static String trimmed(String text) {
        String stripped = text.strip();
        return stripped.endsWith(".")
                ? stripped.substring(0, stripped.length() - 1).strip()
                : stripped;
    }
}
