package io.ashiato.sigma.rule;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.Locale;
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

    /// Lengths of `2020-01-01`, `2020-01-01T00:00` and `2020-01-01T00:00:00`; what is behind does not matter.
    private static final int DAY_LENGTH = 10;

    private static final int MINUTES_LENGTH = 16;
    private static final int SECONDS_LENGTH = 19;

    private final TemporalField field;

    DatePart(TemporalField field) {
        this.field = field;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether any date has this number.
    boolean takes(BigDecimal number) {
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        return whole
                && number.compareTo(BigDecimal.valueOf(field.range().getMinimum())) >= 0
                && number.compareTo(BigDecimal.valueOf(field.range().getMaximum())) <= 0;
    }

    /// The part of a date such as `2020-01-01T00:00:00Z`, `2020-01-01 00:00:00.123` or `2020-01-01 00:00`. A date
    /// without a time has no minute and no hour.
    public OptionalInt of(String value) {
        try {
            boolean ofDay = field.isTimeBased();
            String date = value.length() > DAY_LENGTH ? value.substring(0, DAY_LENGTH) : value;
            Optional<LocalTime> time = time(value);
            if (time.isEmpty() && (ofDay || value.length() != DAY_LENGTH)) {
                return OptionalInt.empty();
            }
            LocalDate day = LocalDate.parse(date);
            return OptionalInt.of(ofDay ? time.orElseThrow().get(field) : day.get(field));
        } catch (DateTimeException e) {
            return OptionalInt.empty();
        }
    }

    private static Optional<LocalTime> time(String value) {
        if (value.length() < MINUTES_LENGTH || "T ".indexOf(value.charAt(DAY_LENGTH)) < 0) {
            return Optional.empty();
        }
        boolean seconds = value.length() >= SECONDS_LENGTH && value.charAt(MINUTES_LENGTH) == ':';
        return Optional.of(LocalTime.parse(value.substring(DAY_LENGTH + 1, seconds ? SECONDS_LENGTH : MINUTES_LENGTH)));
    }
}
