package io.ashiato.publish.language;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates of publications as prose has them. They are known to the year, the month or the day.
public final class CalendarDate {
    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\\d|3[01]))?)?");

    private CalendarDate() {}

    /// `2018-01` as "January 2018" and 「2018年1月」. What is no such date stays as it is.
    ///
    /// @param iso `2018`, `2018-01` or `2018-01-31`
    public static Bilingual of(String iso) {
        Matcher date = ISO.matcher(iso);
        if (!date.matches()) {
            return new Bilingual(iso, iso);
        }
        String year = date.group(1);
        String english = year;
        String japanese = year + "年";
        if (date.group(2) != null) {
            Month month = Month.of(Integer.parseInt(date.group(2)));
            english = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + year;
            japanese += month.getValue() + "月";
        }
        if (date.group(3) != null) {
            int day = Integer.parseInt(date.group(3));
            english = day + " " + english;
            japanese += day + "日";
        }
        return new Bilingual(english, japanese);
    }
}
