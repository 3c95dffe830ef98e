package io.ashiato.intel.knowledge;

import io.ashiato.model.PublishedSource;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The sources of one file while it is read: facts may cite only what the file itself names.
final class SourceKeys {
    private final boolean invented;
    private final Map<String, Citation> citations = new HashMap<>();

    SourceKeys(boolean invented) {
        this.invented = invented;
    }

    /// A source under its key.
    Citation source(String key, String path, JsonNode node) throws KnowledgeFormatException {
        JsonEntry entry = JsonEntry.of(path, node, "publisher", "title", "date", "latest", "url", "seen");
        Citation source = citation(key, entry);
        add(entry, source);
        return source;
    }

    /// Makes it known under its key, which must be free.
    void add(JsonEntry entry, Citation source) throws KnowledgeFormatException {
        if (citations.put(source.source().key(), source) != null) {
            throw entry.wrong("key", "the key " + source.source().key() + " stands twice among sources and reports");
        }
    }

    /// What a source or a report says of itself.
    Citation citation(String key, JsonEntry entry) throws KnowledgeFormatException {
        String date = entry.textOr("date", "");
        Optional<LocalDate> latest = PublishedDates.latest(date);
        if (!date.isEmpty() && latest.isEmpty()) {
            throw entry.wrong("date", "a date such as 2020, 2020-08 or 2020-08-18 was expected");
        }
        if (entry.has("latest")) {
            try {
                latest = Optional.of(LocalDate.parse(entry.text("latest")));
            } catch (DateTimeException e) {
                throw entry.wrong("latest", "a day such as 2020-08-18 was expected");
            }
        }
        var published = new PublishedSource(
                key, entry.text("publisher"), entry.text("title"), date, entry.optional("url"), invented);
        return new Citation(published, latest, entry.textOr("seen", ""));
    }

    /// The key in that field, which must be known.
    String cited(JsonEntry entry, String name) throws KnowledgeFormatException {
        String key = entry.text(name);
        if (!citations.containsKey(key)) {
            throw entry.wrong(name, "no source or report of this file has the key " + key);
        }
        return key;
    }

    /// What the key in that field stands for.
    Citation resolved(JsonEntry entry, String name) throws KnowledgeFormatException {
        Citation citation = citations.get(cited(entry, name));
        if (citation == null) {
            throw new IllegalStateException("checked before");
        }
        return citation;
    }

    /// The keys in the field `citations`, which must be known.
    List<String> citations(JsonEntry entry) throws KnowledgeFormatException {
        List<String> keys = entry.texts("citations");
        for (String key : keys) {
            if (!citations.containsKey(key)) {
                throw entry.wrong("citations", "no source or report of this file has the key " + key);
            }
        }
        return keys;
    }
}
