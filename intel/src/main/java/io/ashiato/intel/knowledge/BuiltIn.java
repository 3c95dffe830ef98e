package io.ashiato.intel.knowledge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The resources that `bin/import-knowledge` makes; sources and licences stand in `NOTICE.md` beside them.
final class BuiltIn {
    /// The day on which the resources were last made.
    static final String VERSION = "2026-11-23";

    private static final JsonMapper JSON = JsonMapper.shared();

    private BuiltIn() {}

    static List<KnowledgeFile> files() {
        var files = new ArrayList<KnowledgeFile>();
        for (String resource : List.of("attack.json.gz", "galaxy.json.gz", "research.json.gz")) {
            try {
                files.add(KnowledgeFile.read(unpacked(resource)));
            } catch (KnowledgeFormatException e) {
                throw new IllegalStateException("the program's resource " + resource + " is not well-formed", e);
            }
        }
        return files;
    }

    /// Published network addresses, which are kept packed so that no scanner takes the program for what it
    /// looks for.
    static IndicatorIndex indicators(Collection<Report> reports) {
        var underBlock = new HashMap<String, Set<String>>();
        for (Report report : reports) {
            for (String block : report.indicatorBlocks()) {
                underBlock.computeIfAbsent(block, id -> new TreeSet<>()).add(report.key());
            }
        }
        var indicators = new ArrayList<PublishedIndicator>();
        for (JsonNode block : JSON.readTree(unpacked("indicators.json.gz"))) {
            String id = block.path("id").asString();
            List<String> keys = List.copyOf(underBlock.getOrDefault(id, Set.of()));
            indicators.addAll(blockOf(id, block, keys));
        }
        return new IndicatorIndex(indicators, domains());
    }

    private static List<PublishedIndicator> blockOf(String id, JsonNode block, List<String> reports) {
        var references = new ArrayList<PublishedIndicator.Reference>();
        for (JsonNode reference : block.path("references")) {
            references.add(new PublishedIndicator.Reference(
                    reference.path("url").asString(), reference.path("note").asString("")));
        }
        var latest = Optional.ofNullable(block.get("latest")).flatMap(day -> PublishedDates.latest(day.asString()));
        var indicators = new ArrayList<PublishedIndicator>();
        for (Map.Entry<String, JsonNode> type : block.path("values").properties()) {
            for (JsonNode value : type.getValue()) {
                indicators.add(
                        new PublishedIndicator(value.asString(), type.getKey(), id, references, reports, latest));
            }
        }
        return indicators;
    }

    static Domains domains() {
        try (var lines =
                new BufferedReader(new InputStreamReader(resource("shared-suffixes.txt"), StandardCharsets.UTF_8))) {
            return new Domains(lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] unpacked(String name) {
        try (InputStream in = new GZIPInputStream(resource(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        InputStream in = BuiltIn.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("the program lacks its resource " + name);
        }
        return in;
    }
}
