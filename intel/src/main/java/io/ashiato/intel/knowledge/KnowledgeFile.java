package io.ashiato.intel.knowledge;

import java.util.List;
import java.util.Map;

/// Knowledge as it is kept in one file: the built-in one, what was imported from others, what a user or an
/// example adds. The format is JSON, described in `docs/knowledge-file.md`.
///
/// @param name how it is called where it is used
/// @param invented whether it was made up for an example; then every source in it is marked so
/// @param note what it is, by language (`en`, `ja`)
/// @param sources what facts cite, by key; the reports of the file are sources too
public record KnowledgeFile(
        String name,
        boolean invented,
        Map<String, String> note,
        Map<String, Citation> sources,
        List<Actor> actors,
        List<AliasClaim> aliases,
        List<Software> software,
        List<Campaign> campaigns,
        List<Use> uses,
        List<Report> reports,
        List<KnownSample> samples) {
    /// The version of the format that is read and written.
    public static final int FORMAT = 1;

    /// Bounds memory: the tree of a text takes about ten times as much. The built-in knowledge takes a fifth
    /// of it.
    public static final int MAX_BYTES = 32 << 20;

    public KnowledgeFile {
        note = Map.copyOf(note);
        sources = Map.copyOf(sources);
        actors = List.copyOf(actors);
        aliases = List.copyOf(aliases);
        software = List.copyOf(software);
        campaigns = List.copyOf(campaigns);
        uses = List.copyOf(uses);
        reports = List.copyOf(reports);
        samples = List.copyOf(samples);
    }

    /// Reads one.
    ///
    /// @param json UTF-8, at most [#MAX_BYTES]
    public static KnowledgeFile read(byte[] json) throws KnowledgeFormatException {
        return KnowledgeReader.read(json);
    }

    /// The same as bytes: equal knowledge gives equal bytes.
    public byte[] write() {
        return KnowledgeWriter.write(this);
    }
}
