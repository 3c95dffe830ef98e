package io.ashiato.readers.syslog;

import io.ashiato.readers.LogTime;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of a syslog: of RFC 5424, of RFC 3164, or of the latter with the time of RFC 3339, as today's daemons
/// write.
///
/// @param priority facility and severity as one number, `""` where the line has none
/// @param time as the line has it
/// @param program that wrote the line; `""` for a line that is none of the forms
/// @param data the elements of RFC 5424's structured data, `""` where there are none
record SyslogLine(String priority, String time, String host, String program, String pid, String data, String message) {
    private static final String PRIORITY = "(?:<(\\d{1,3})>)?";

    /// `VERSION TIMESTAMP HOST PROGRAM PID MESSAGE-ID STRUCTURED-DATA MESSAGE`
    private static final Pattern RFC_5424 = Pattern.compile(
            "<(\\d{1,3})>1 (\\S{1,64}) (\\S{1,255}) (\\S{1,64}) (\\S{1,128}) (\\S{1,64}) (-|\\[[^\r\n]{0,4096}?\\])(?: (.*))?",
            Pattern.DOTALL);

    /// `TIMESTAMP HOST PROGRAM[PID]: MESSAGE`; Cisco and some others have the year too.
    private static final Pattern RFC_3164 = Pattern.compile(
            PRIORITY
                    + "([A-Z][a-z]{2} [ \\d]\\d (?:\\d{4} )?\\d\\d:\\d\\d:\\d\\d|\\d{4}-\\d\\d-\\d\\dT[\\d:.,]{8,20}(?:Z|[+-]\\d\\d:?\\d\\d))"
                    + " (\\S{1,255}) ([\\w./()%@ -]{1,100}?)(?:\\[(\\d{1,10})\\])?: ?(.*)",
            Pattern.DOTALL);

    /// A line of one of the forms, else a line that is a message alone: the rest of the one before.
    static SyslogLine of(String line) {
        Matcher today = RFC_5424.matcher(line);
        if (today.matches()) {
            String text = today.group(8) == null ? "" : today.group(8);
            return new SyslogLine(
                    today.group(1),
                    today.group(2),
                    given(today.group(3)),
                    given(today.group(4)),
                    given(today.group(5)),
                    given(today.group(7)),
                    text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
        Matcher old = RFC_3164.matcher(line);
        if (old.matches()) {
            return new SyslogLine(
                    old.group(1) == null ? "" : old.group(1),
                    old.group(2),
                    old.group(3),
                    old.group(4),
                    old.group(5) == null ? "" : old.group(5),
                    "",
                    old.group(6));
        }
        return new SyslogLine("", "", "", "", "", "", line);
    }

    /// RFC 5424 writes `-` for what is not given.
    private static String given(String text) {
        return text.equals("-") ? "" : text;
    }

    /// When it was written, as far as the line names the year.
    Optional<Instant> instant() {
        return LogTime.parse(time);
    }
}
