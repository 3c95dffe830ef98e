package io.ashiato.cli;

import io.ashiato.intel.attribution.EvidenceKind;
import io.ashiato.intel.attribution.Ranking;
import io.ashiato.model.Confidence;
import io.ashiato.model.Hypothesis.ActorEvidence;
import io.ashiato.model.KnowledgeUsed;
import io.ashiato.model.Likelihood;
import io.ashiato.model.PublishedSource;
import io.ashiato.model.ResearchRelation.SharedTrait;
import io.ashiato.publish.language.AttributionTerms;
import io.ashiato.publish.language.Terms;
import io.ashiato.publish.render.Visible;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// English.
final class JudgementEnglishWords implements JudgementWords {
    /// Reports that are named with one piece of evidence; the JSON form has all.
    static final int MAX_SOURCES = 2;

    @Override
    public String noCase(String path) {
        return path + " is no case: there is no case.json in it. Make one with: ashiato analyze EVIDENCE -o CASE.";
    }

    @Override
    public String badCase(String path, String reason) {
        return path + " is no case that can be read: " + reason + ".";
    }

    @Override
    public String badQuestion(String path, String reason) {
        return path + " is neither a case folder nor a JSON object with \"observations\": " + reason + ".";
    }

    @Override
    public String badRelations(String path, String reason) {
        return path + " is no file of relations that can be read: " + reason + ".";
    }

    @Override
    public String relationsAlone(String path) {
        return path + " holds relations alone: it takes the place of all other knowledge, so give no other file.";
    }

    @Override
    public String twoCases() {
        return "a link needs two cases: give two case folders or more.";
    }

    @Override
    public String sameCase(String path) {
        return path + " is given twice: a case shares everything with itself.";
    }

    @Override
    public Labels labels() {
        return new Labels("Case", "Knowledge", "for", "against");
    }

    @Override
    public String unknownIds(String ids) {
        return "not known here, so they count for nothing: " + ids + ".";
    }

    @Override
    public String unreadObservations(String names) {
        return "no names of observations, so they count for nothing: " + names + ".";
    }

    @Override
    public String knowledge(KnowledgeUsed used) {
        String files = used.files().stream()
                .map(file -> ", " + Visible.of(file.name()) + (file.invented() ? " (invented)" : ""))
                .collect(Collectors.joining());
        return "built in, of " + used.builtIn() + files
                + used.before()
                        .map(day -> "; only what was published before " + day)
                        .orElse("");
    }

    @Override
    public String measure(Likelihood likelihood, Confidence confidence) {
        return Terms.of(likelihood).english() + " (" + likelihood.low() + "-" + likelihood.high() + "%), confidence "
                + Terms.of(confidence).english();
    }

    @Override
    public String evidence(ActorEvidence piece) {
        String references = piece.references().isEmpty() ? "" : " [" + joined(piece.references()) + "]";
        String sources = piece.sources().isEmpty() ? "" : "; source: " + sources(piece.sources());
        return AttributionTerms.of(piece.kind()).english() + ", strength " + piece.strength() + ", x"
                + factor(piece.ratio()) + ": "
                + AttributionTerms.of(piece.basis()).english() + ": "
                + Visible.of(Visible.head(piece.value())) + references + sources
                + piece.discount()
                        .map(discount -> "; " + AttributionTerms.of(discount).english())
                        .orElse("");
    }

    @Override
    public String source(PublishedSource source) {
        return Visible.of(source.publisher() + ", " + source.title())
                + (source.date().isEmpty() ? "" : " (" + Visible.of(source.date()) + ")")
                + (source.invented() ? " (invented)" : "");
    }

    @Override
    public String shared(SharedTrait shared) {
        return "strength " + shared.strength() + ", "
                + AttributionTerms.of(shared.trait().kind()).english() + ": "
                + Visible.of(Visible.head(shared.trait().value())) + " ["
                + joined(shared.trait().references()) + "]";
    }

    @Override
    public String more(long traits) {
        return "and " + traits + " more.";
    }

    @Override
    public String link(String one, String other) {
        return one + " and " + other + " share:";
    }

    @Override
    public String noLinks(long cases) {
        return "None of the " + cases + " cases shares a rare trait with another.";
    }

    @Override
    public String relations(String incident, long reports) {
        return incident + " shares traits with " + reports + " published " + (reports == 1 ? "report:" : "reports:");
    }

    @Override
    public String noRelations(String incident) {
        return incident + " shares nothing rare with a published report.";
    }

    @Override
    public String behavesLike(String actor) {
        return "Attributed to " + actor + ".";
    }

    @Override
    public String unattributed(Ranking.Reason reason) {
        return "Unattributed: "
                + switch (reason) {
                    case NOTHING_KNOWN -> "nothing is known of any actor.";
                    case ONE_KIND_OF_EVIDENCE ->
                        "techniques or public tools alone name nobody; no malware or victim points to the first.";
                    case PLANTED -> "the evidence for the first looks planted.";
                    case IMPROBABLE -> "the first is not probable enough.";
                };
    }

    @Override
    public String moved(EvidenceKind kind, double factor, List<String> items) {
        String name = switch (kind) {
            case TECHNIQUES -> "techniques";
            case MALWARE -> "malware";
            case TOOLS -> "public tools";
            case VICTIMS -> "victims";
            case CIRCUMSTANCES -> "how much is known of it, and when it was active";
        };
        return (factor >= 1 ? "for      " : "against  ") + name + ", x" + factor(factor)
                + (items.isEmpty() ? "" : ": " + String.join(", ", items));
    }

    private String sources(List<PublishedSource> sources) {
        return sources.stream().limit(MAX_SOURCES).map(this::source).collect(Collectors.joining("; "))
                + (sources.size() > MAX_SOURCES ? "; and " + (sources.size() - MAX_SOURCES) + " more" : "");
    }

    private static String joined(List<String> references) {
        return references.stream().limit(6).map(Visible::of).collect(Collectors.joining(", "))
                + (references.size() > 6 ? ", …" : "");
    }

    /// How many times more likely, with two digits that mean something.
    static String factor(double factor) {
        return String.format(Locale.ROOT, factor < 10 ? "%.2f" : "%.0f", factor);
    }
}
