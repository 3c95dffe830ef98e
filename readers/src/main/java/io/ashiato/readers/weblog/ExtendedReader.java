package io.ashiato.readers.weblog;

import io.ashiato.bytes.Damage;
import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.readers.LogBatch;
import io.ashiato.readers.LogFrames;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.LogReader;
import io.ashiato.readers.LogTime;
import io.ashiato.readers.TextLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Lines of the W3C's extended log file format, whose columns a line `#Fields:` names: IIS, proxies, and the
/// firewall of Windows.
final class ExtendedReader implements LogReader {
    /// Columns that are read. The widest log has some dozen.
    private static final int MAX_COLUMNS = 256;

    /// What rules call columns that have another name in the log.
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("cs(User-Agent)", "cs-user-agent"),
            Map.entry("cs(Referer)", "cs-referer"),
            Map.entry("cs(Host)", "cs-host"),
            Map.entry("cs(Cookie)", "cs-cookie"),
            Map.entry("cs(Content-Type)", "cs-content-type"),
            Map.entry("rs(Content-Type)", "sc-content-type"),
            Map.entry("src-ip", "src_ip"),
            Map.entry("dst-ip", "dst_ip"),
            Map.entry("src-port", "src_port"),
            Map.entry("dst-port", "dst_port"));

    /// Columns that only proxies have.
    private static final Set<String> OF_PROXIES =
            Set.of("r-ip", "r-host", "s-action", "sc-filter-result", "cs-uri-scheme", "cs-auth-group", "s-hierarchy");

    private static final String FIELDS = "#Fields:";

    @Override
    public LogBatch read(LogFrames frames, LogItem item) {
        String[] columns = new String[0];
        for (String line : frames.header()) {
            columns = line.startsWith(FIELDS) ? columns(line) : columns;
        }
        var events = new ArrayList<Event>(frames.count());
        List<Damage> damage = new ArrayList<>(frames.damage());
        for (int i = 0; i < frames.count(); i++) {
            String line = TextLines.text(frames, i);
            if (line.startsWith(FIELDS)) {
                columns = columns(line);
            } else if (!line.startsWith("#")) {
                String[] values = values(line);
                if (values.length < columns.length) {
                    damage.add(new Damage.Truncated("columns", frames.offset(i), columns.length - values.length, 0));
                }
                events.add(event(columns, values, item, frames.offset(i), frames.number(i)));
            }
        }
        return new LogBatch(events, damage);
    }

    private static String[] columns(String line) {
        return line.substring(FIELDS.length()).strip().split("\\s+", MAX_COLUMNS);
    }

    /// Values are parted by blanks; one in quotes may hold some.
    private static String[] values(String line) {
        if (line.indexOf('"') < 0) {
            return line.split("[ \t]", MAX_COLUMNS);
        }
        var values = new ArrayList<String>();
        for (int at = 0; at < line.length() && values.size() < MAX_COLUMNS; ) {
            boolean quoted = line.charAt(at) == '"';
            int end = quoted ? line.indexOf('"', at + 1) : line.indexOf(' ', at);
            end = end < 0 ? line.length() : end;
            values.add(line.substring(quoted ? at + 1 : at, end));
            at = quoted ? end + 2 : end + 1;
        }
        return values.toArray(String[]::new);
    }

    private static Event event(String[] columns, String[] values, LogItem item, long offset, long number) {
        var data = new Fields.Builder();
        Map<String, String> byColumn = new HashMap<>();
        for (int i = 0; i < Math.min(columns.length, values.length); i++) {
            String value = values[i];
            if (!value.equals("-") && !value.isEmpty()) {
                byColumn.putIfAbsent(columns[i], value);
                data.add(NAMES.getOrDefault(columns[i], columns[i]), value);
            }
        }
        agent(byColumn, data);
        address(byColumn, data);
        String time = byColumn.getOrDefault("date", "") + " " + byColumn.getOrDefault("time", "");
        return new Event(
                LogTime.parse(time),
                byColumn.getOrDefault("s-computername", ""),
                channel(columns),
                byColumn.getOrDefault("s-sitename", ""),
                byColumn.getOrDefault("sc-status", byColumn.getOrDefault("action", "")),
                data.build(),
                Fields.NONE,
                item.at(offset, number));
    }

    private static String channel(String[] columns) {
        boolean isFirewall = false;
        for (String column : columns) {
            if (OF_PROXIES.contains(column)) {
                return "proxy";
            }
            isFirewall |= column.equals("dst-ip");
        }
        return isFirewall ? "firewall" : "webserver";
    }

    /// IIS writes `+` for a blank in names of user agents; rules write the blank.
    private static void agent(Map<String, String> byColumn, Fields.Builder data) {
        String agent = byColumn.get("cs(User-Agent)");
        if (agent != null) {
            String plain = agent.indexOf(' ') < 0 ? agent.replace('+', ' ') : agent;
            if (!plain.equals(agent)) {
                data.add("cs-user-agent", plain);
            }
            data.add("c-useragent", plain);
        }
    }

    /// The whole address, of the parts that the log has.
    private static void address(Map<String, String> byColumn, Fields.Builder data) {
        String stem = byColumn.get("cs-uri-stem");
        if (stem == null) {
            stem = byColumn.get("cs-uri-path");
        }
        if (stem == null) {
            return;
        }
        String query = byColumn.get("cs-uri-query");
        String separator = query == null || query.startsWith("?") ? "" : "?";
        Uri.addWhole(query == null ? stem : stem + separator + query, data);
    }
}
