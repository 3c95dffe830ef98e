package io.ashiato.intel.knowledge.build;

import io.ashiato.intel.knowledge.KnowledgeFile;
import io.ashiato.intel.knowledge.Report;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Published network addresses (`published-indicators.jsonl`) with the day by which each block must have been
/// published, where every reference of the block tells its own: by our research, by its address, or by an id
/// that holds a time.
final class Indicators {
    /// Ids of posts hold milliseconds since this instant, above 22 bits.
    private static final long TWITTER_EPOCH = 1_288_834_974_657L;

    private static final Pattern TWEET = Pattern.compile("https?://(?:x|twitter)\\.com/.*/status/(\\d{15,19}).*");
    /// Ids of posts hold milliseconds since 1970, above 16 bits.
    private static final Pattern TOOT =
            Pattern.compile("https?://(?:infosec\\.exchange|ioc\\.exchange)/.*/(\\d{17,18})");
    /// Ids begin with seconds since 1970, eight hexadecimal digits.
    private static final Pattern PULSE =
            Pattern.compile("https?://otx\\.alienvault\\.com/pulse/([0-9a-f]{8})[0-9a-f]{16}.*");

    private static final Pattern DAY = Pattern.compile("(20\\d\\d)[-/](\\d\\d?)[-/](\\d\\d?)(?!\\d)");
    private static final Pattern MONTH = Pattern.compile("/(20\\d\\d)[-/](\\d\\d)/");

    private final Map<String, LocalDate> reports = new HashMap<>();

    private Indicators(KnowledgeFile research) {
        for (Report report : research.reports()) {
            report.source().url().ifPresent(url -> report.latest().ifPresent(day -> reports.put(bare(url), day)));
        }
    }

    static byte[] read(String jsonl, KnowledgeFile research) {
        var dates = new Indicators(research);
        ArrayNode blocks = JsonMapper.shared().createArrayNode();
        jsonl.lines()
                .filter(line -> !line.isBlank())
                .forEach(line ->
                        dates.block(blocks.addObject(), JsonMapper.shared().readTree(line)));
        return blocks.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void block(ObjectNode block, JsonNode line) {
        block.put("id", line.path("id").asString());
        ArrayNode references = block.putArray("references");
        Optional<LocalDate> latest = Optional.of(LocalDate.MIN);
        for (JsonNode ref : line.path("refs")) {
            String url = ref.path("url").asString();
            String note = ref.path("note").asString("");
            ObjectNode reference = references.addObject().put("url", url);
            if (!note.isEmpty()) {
                reference.put("note", note);
            }
            Optional<LocalDate> day = day(url, note);
            latest = latest.flatMap(known -> day.map(one -> one.isAfter(known) ? one : known));
        }
        latest.filter(day -> day.isAfter(LocalDate.MIN)).ifPresent(day -> block.put("latest", day.toString()));
        block.set("values", line.path("indicators"));
    }

    private Optional<LocalDate> day(String url, String note) {
        Optional<LocalDate> ours = Optional.ofNullable(reports.get(bare(url)));
        return ours.or(() -> number(TWEET, url, 10).map(id -> utc((id >> 22) + TWITTER_EPOCH)))
                .or(() -> number(TOOT, url, 10).map(id -> utc(id >> 16)))
                .or(() -> number(PULSE, url, 16).map(seconds -> utc(seconds * 1000)))
                .or(() -> written(note))
                .or(() -> written(url))
                .or(() -> month(url));
    }

    private static Optional<Long> number(Pattern shape, String url, int radix) {
        Matcher id = shape.matcher(url);
        return id.matches() ? Optional.of(Long.parseLong(id.group(1), radix)) : Optional.empty();
    }

    private static LocalDate utc(long milliseconds) {
        return Instant.ofEpochMilli(milliseconds).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Optional<LocalDate> written(String text) {
        Matcher day = DAY.matcher(text);
        if (!day.find()) {
            return Optional.empty();
        }
        int month = Integer.parseInt(day.group(2));
        int of = Integer.parseInt(day.group(3));
        return month < 1 || month > 12 || of < 1 || of > 28
                ? month(text)
                : Optional.of(LocalDate.of(Integer.parseInt(day.group(1)), month, of));
    }

    private static Optional<LocalDate> month(String text) {
        Matcher month = MONTH.matcher(text);
        if (!month.find() || Integer.parseInt(month.group(2)) > 12 || Integer.parseInt(month.group(2)) < 1) {
            return Optional.empty();
        }
        LocalDate first = LocalDate.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)), 1);
        return Optional.of(first.plusMonths(1).minusDays(1));
    }

    private static String bare(String url) {
        return url.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    }
}
