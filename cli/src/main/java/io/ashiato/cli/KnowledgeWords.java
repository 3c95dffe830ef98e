package io.ashiato.cli;

import io.ashiato.intel.knowledge.AliasClaim;
import io.ashiato.intel.knowledge.KnowledgeFile;
import io.ashiato.intel.knowledge.Named;
import io.ashiato.intel.knowledge.Software;
import io.ashiato.intel.knowledge.importer.KnowledgeImporter;
import java.util.List;

/// What `ashiato knowledge` says, one method a message.
interface KnowledgeWords {
    String noSuchFile(String path);

    String tooLarge(String path, String most);

    String notAKnowledgeFile(String path, String problem);

    String badDay(String given);

    String unknownName(String name, List<String> nearest);

    String exists(String path);

    String notTaken(String path, KnowledgeImporter.Kind kind);

    String nothingToTake(String path);

    String imported(String path, KnowledgeFile file);

    String skipped(List<String> counts);

    /// The heading over several entries that one name may mean.
    String ambiguous(String name, long entries);

    String kind(Named.Kind kind);

    String kind(Software.Kind kind);

    Labels labels();

    /// The names in the first column, to be aligned by display width.
    record Labels(
            String namedSo,
            String catalogue,
            String country,
            String otherNames,
            String claims,
            String software,
            String techniques,
            String tactics,
            String usedBy,
            String campaigns,
            String attributedTo,
            String active,
            String reports) {}

    /// A claim on a name: the name, who says so, when, whether somebody contradicts.
    String claim(AliasClaim claim);

    String techniqueCount(long techniques);

    /// How an actor stands in a report where the report itself does not hold that it was this actor.
    String notHeld();

    String invented();
}
