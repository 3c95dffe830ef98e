package io.ashiato.sigma.rule;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.Optional;
import java.util.OptionalInt;

/// The part of a date that a time modifier asks for. Zones are not converted, as the specification says:
/// Windows logs are in UTC.
public enum DatePart {
    MINUTE(ChronoField.MINUTE_OF_HOUR),
    HOUR(ChronoField.HOUR_OF_DAY),
    DAY(ChronoField.DAY_OF_MONTH),
    WEEK(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
    MONTH(ChronoField.MONTH_OF_YEAR),
    YEAR(ChronoField.YEAR);

    /// Length of `2020-01-01 00:00:00`; fractions and zones behind it do not matter.
    private static final int SECONDS_LENGTH = 19;

    private final TemporalField field;

    DatePart(TemporalField field) {
        this.field = field;
    }

    /// The part of a date such as `2020-01-01T00:00:00Z` or `2020-01-01 00:00:00.123`.
    public OptionalInt of(String value) {
        return date(value).map(d -> OptionalInt.of(d.get(field))).orElse(OptionalInt.empty());
    }

    private static Optional<LocalDateTime> date(String value) {
        if (value.length() < SECONDS_LENGTH || "T ".indexOf(value.charAt(10)) < 0) {
            return Optional.empty();
        }
        String plain = value.substring(0, 10) + "T" + value.substring(11, SECONDS_LENGTH);
        try {
            return Optional.of(LocalDateTime.parse(plain));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
