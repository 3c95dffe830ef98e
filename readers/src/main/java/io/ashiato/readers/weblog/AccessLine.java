package io.ashiato.readers.weblog;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.LogTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of the common or combined form that Apache and nginx write:
/// `CLIENT IDENT USER [TIME] "METHOD ADDRESS VERSION" STATUS BYTES "REFERER" "USER-AGENT"`, with the name of the
/// host in front where there are several.
final class AccessLine {
    private static final String CHANNEL = "webserver";

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final Pattern FRONT = Pattern.compile(
            "(?:(\\S{1,255}) )?(\\S{1,255}) (\\S{1,255}) (\\S{1,255}|\"[^\"]{0,255}\") \\[(\\d\\d)/([A-Za-z]{3})/(\\d{4}):"
                    + "(\\d\\d:\\d\\d:\\d\\d) ([+-]\\d{4})] \"");

    private AccessLine() {}

    static Event event(String line, LogItem item, long offset, long number) {
        var data = new Fields.Builder();
        Matcher front = FRONT.matcher(line);
        Optional<Instant> time = Optional.empty();
        if (front.lookingAt()) {
            add("cs-host", front.group(1), data);
            add("c-ip", front.group(2), data);
            add("cs-username", front.group(4), data);
            time = time(front);
            int end = quoteEnd(line, front.end());
            request(unescaped(line.substring(front.end(), end)), data);
            rest(line, end + 1, data);
        } else {
            data.add("message", line); // an error of the server among the requests
        }
        Fields fields = data.build();
        return new Event(
                time,
                "",
                CHANNEL,
                "",
                fields.first("sc-status").orElse(""),
                fields,
                Fields.NONE,
                item.at(offset, number));
    }

    private static Optional<Instant> time(Matcher front) {
        int month = MONTHS.indexOf(front.group(6).toLowerCase(Locale.ROOT)) + 1;
        return LogTime.parse(front.group(7) + (month < 10 ? "-0" : "-") + month + "-" + front.group(5) + "T"
                + front.group(8) + front.group(9));
    }

    private static void request(String request, Fields.Builder data) {
        data.add("request", request);
        int first = request.indexOf(' ');
        int last = request.lastIndexOf(' ');
        if (first <= 0) {
            return; // no request of HTTP
        }
        boolean hasVersion = last > first && request.startsWith("HTTP/", last + 1);
        data.add("cs-method", request.substring(0, first));
        Uri.add(request.substring(first + 1, hasVersion ? last : request.length()), data);
        if (hasVersion) {
            data.add("cs-version", request.substring(last + 1));
        }
    }

    /// Status, bytes and, in the combined form, referer and user agent.
    private static void rest(String line, int from, Fields.Builder data) {
        String[] numbers = line.substring(Math.min(from, line.length())).strip().split(" ", 3);
        if (numbers.length > 0) {
            add("sc-status", numbers[0], data);
        }
        if (numbers.length > 1) {
            add("sc-bytes", numbers[1], data);
        }
        if (numbers.length < 3 || !numbers[2].startsWith("\"")) {
            return;
        }
        String quoted = numbers[2];
        int end = quoteEnd(quoted, 1);
        add("cs-referer", unescaped(quoted.substring(1, end)), data);
        int next = quoted.indexOf('"', Math.min(end + 1, quoted.length()));
        if (next >= 0) {
            String agent = unescaped(quoted.substring(next + 1, quoteEnd(quoted, next + 1)));
            add("cs-user-agent", agent, data);
            add("c-useragent", agent, data);
        }
    }

    private static void add(String name, String value, Fields.Builder data) {
        if (value != null && !value.isEmpty() && !value.equals("-")) {
            data.add(name, value);
        }
    }

    /// Where a quoted text ends that begins at `from`: at a quote that no backslash stands before.
    private static int quoteEnd(String line, int from) {
        for (int at = from; at < line.length(); at++) {
            if (line.charAt(at) == '\\') {
                at++;
            } else if (line.charAt(at) == '"') {
                return at;
            }
        }
        return line.length();
    }

    private static String unescaped(String text) {
        return text.indexOf('\\') < 0 ? text : text.replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
