package io.ashiato.cli;

import io.ashiato.intel.knowledge.AliasClaim;
import io.ashiato.intel.knowledge.KnowledgeFile;
import io.ashiato.intel.knowledge.Named;
import io.ashiato.intel.knowledge.Software;
import io.ashiato.intel.knowledge.importer.KnowledgeImporter;
import io.ashiato.publish.render.Visible;
import java.util.List;
import java.util.Locale;

/// English.
final class KnowledgeEnglishWords implements KnowledgeWords {
    @Override
    public String noSuchFile(String path) {
        return "no such file: " + path + ".";
    }

    @Override
    public String tooLarge(String path, String most) {
        return path + " is larger than " + most + ", which no published knowledge is.";
    }

    @Override
    public String notAKnowledgeFile(String path, String problem) {
        return path + " is no knowledge file that can be read: " + problem
                + ". STIX and MISP galaxy files become one by: ashiato knowledge import FILE -o KNOWLEDGE.json";
    }

    @Override
    public String badDay(String given) {
        return "--knowledge-before " + given + " is no date. Give a day such as 2020-06-30.";
    }

    @Override
    public String unknownName(String name, List<String> nearest) {
        return "no actor, campaign or software is known as '" + name + "'"
                + (nearest.isEmpty() ? "." : "; the nearest names are " + String.join(", ", nearest) + ".");
    }

    @Override
    public String exists(String path) {
        return path + " exists already and was left as it is. Give another name with -o.";
    }

    @Override
    public String notTaken(String path, KnowledgeImporter.Kind kind) {
        return path
                + switch (kind) {
                    case STIX_1 -> " is STIX 1 (XML), which is not read. Have it converted to STIX 2.1 first.";
                    case OPEN_IOC -> " is OpenIOC, which holds indicators and no knowledge of actors: it is not read.";
                    case MISP_EVENT ->
                        " is a MISP event, which holds indicators of one case: it is not read as knowledge.";
                    case WARNING_LIST -> " is a MISP warning list, which holds no knowledge of actors: it is not read.";
                    case KNOWLEDGE_FILE -> " is a knowledge file already. Use it with --knowledge.";
                    case STIX_2, MISP_GALAXY, OTHER ->
                        " is neither a STIX 2.0 or 2.1 bundle nor a MISP galaxy cluster.";
                };
    }

    @Override
    public String nothingToTake(String path) {
        return path + " holds no actor, campaign, software or report that could be taken.";
    }

    @Override
    public String imported(String path, KnowledgeFile file) {
        return String.format(
                Locale.ROOT,
                "%s: actors %,d, other names %,d, software %,d, campaigns %,d, reports %,d, uses %,d.",
                path,
                file.actors().size(),
                file.aliases().size(),
                file.software().size(),
                file.campaigns().size(),
                file.reports().size(),
                file.uses().size());
    }

    @Override
    public String skipped(List<String> counts) {
        return "Not taken: " + String.join(", ", counts) + ".";
    }

    @Override
    public String ambiguous(String name, long entries) {
        return "'" + name + "' may mean " + entries + " entries. They are kept apart, as their sources do.";
    }

    @Override
    public String kind(Named.Kind kind) {
        return switch (kind) {
            case ACTOR -> "actor";
            case CAMPAIGN -> "campaign";
            case SOFTWARE -> "software";
        };
    }

    @Override
    public String kind(Software.Kind kind) {
        return switch (kind) {
            case MALWARE -> "malware";
            case TOOL -> "tool";
        };
    }

    @Override
    public Labels labels() {
        return new Labels(
                "Found by",
                "Catalogue",
                "Country",
                "Other names",
                "Claims",
                "Software",
                "Techniques",
                "Tactics",
                "Used by",
                "Campaigns",
                "Attributed to",
                "Active",
                "Reports");
    }

    @Override
    public String claim(AliasClaim claim) {
        String name = Visible.of(claim.name());
        String said = switch (claim.relation()) {
            case ALSO_KNOWN_AS -> name;
            case OVERLAPS -> "overlaps " + name;
            case PART_OF -> "part of " + name;
            case HAS_PART -> "includes " + name;
            case SAME_CAMPAIGN_AS -> "same campaign as " + name;
            case ATTRIBUTED_TO -> "attributed to " + name;
        };
        return said + ", says " + Visible.of(claim.claimedBy())
                + (claim.date().isEmpty() ? "" : " (" + claim.date() + ")")
                + (claim.disputed() ? " [disputed]" : "")
                + (claim.note().isEmpty() ? "" : ": " + Visible.of(claim.note()));
    }

    @Override
    public String techniqueCount(long techniques) {
        return techniques + " (ATT&CK v19)";
    }

    @Override
    public String notHeld() {
        return "filed under it by others, or only mentioned";
    }

    @Override
    public String invented() {
        return "invented for an example";
    }
}
