package io.ashiato.readers.mail;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates of header fields (RFC 5322 3.3, with the obsolete forms that still come: two-digit years, named zones).
final class MailDate {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final Pattern DATE = Pattern.compile(
            "(\\d{1,2})[ -]{1,3}([A-Za-z]{3})[a-z]{0,6}[ ,-]{1,3}(\\d{2,4})[ ,]{1,3}(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?"
                    + "(?:\\.\\d{1,9})?(?: {0,3}(?:([+-]\\d{4})|\\(?([A-Za-z]{1,5})\\)?))?");

    /// Hours from UTC. Names that several countries use (IST, BST, CST as China's) stand as RFC 5322 has them or not at
    /// all.
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("ut", 0),
            Map.entry("utc", 0),
            Map.entry("gmt", 0),
            Map.entry("z", 0),
            Map.entry("jst", 9),
            Map.entry("kst", 9),
            Map.entry("est", -5),
            Map.entry("edt", -4),
            Map.entry("cst", -6),
            Map.entry("cdt", -5),
            Map.entry("mst", -7),
            Map.entry("mdt", -6),
            Map.entry("pst", -8),
            Map.entry("pdt", -7),
            Map.entry("cet", 1),
            Map.entry("cest", 2),
            Map.entry("msk", 3));

    private MailDate() {}

    /// The first date in a field; nothing where its zone is unknown, for then it is no point in time.
    static Optional<OffsetDateTime> parse(String text) {
        Matcher found = DATE.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        int month = MONTHS.indexOf(found.group(2).toLowerCase(Locale.ROOT)) + 1;
        Optional<ZoneOffset> zone = zone(found.group(7), found.group(8));
        if (month == 0 || zone.isEmpty()) {
            return Optional.empty();
        }
        try {
            int second = found.group(6) == null ? 0 : Math.min(59, Integer.parseInt(found.group(6))); // leap second
            return Optional.of(LocalDateTime.of(
                            year(found.group(3)),
                            month,
                            Integer.parseInt(found.group(1)),
                            Integer.parseInt(found.group(4)),
                            Integer.parseInt(found.group(5)),
                            second)
                    .atOffset(zone.get()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// RFC 5322 4.3: two digits below 50 are of this century, all else counts from 1900.
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 2) {
            return year < 50 ? 2000 + year : 1900 + year;
        }
        return digits.length() == 3 ? 1900 + year : year;
    }

    private static Optional<ZoneOffset> zone(@Nullable String digits, @Nullable String name) {
        if (digits != null) {
            int hours = Integer.parseInt(digits.substring(1, 3));
            int minutes = Integer.parseInt(digits.substring(3));
            int sign = digits.charAt(0) == '-' ? -1 : 1;
            boolean possible = hours <= 18 && minutes < 60 && hours * 60 + minutes <= 18 * 60;
            return possible ? Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes)) : Optional.empty();
        }
        Integer hours = name == null ? null : ZONES.get(name.toLowerCase(Locale.ROOT));
        return hours == null ? Optional.empty() : Optional.of(ZoneOffset.ofHours(hours));
    }
}
