package io.ashiato.cli;

import io.ashiato.intel.attribution.EvidenceKind;
import io.ashiato.intel.attribution.Ranking;
import io.ashiato.model.Confidence;
import io.ashiato.model.Hypothesis.ActorEvidence;
import io.ashiato.model.KnowledgeUsed;
import io.ashiato.model.Likelihood;
import io.ashiato.model.PublishedSource;
import io.ashiato.model.ResearchRelation.SharedTrait;
import java.util.List;

/// What `ashiato attribute` and `ashiato link` say, one method a message.
interface JudgementWords {
    String noCase(String path);

    String badCase(String path, String reason);

    String badQuestion(String path, String reason);

    String badRelations(String path, String reason);

    String relationsAlone(String path);

    String twoCases();

    String sameCase(String path);

    Labels labels();

    /// The names in the first column.
    record Labels(String incident, String knowledge, String pro, String contra) {}

    /// Which knowledge a judgement rests on.
    /// Techniques or software of a question that the knowledge does not have.
    String unknownIds(String ids);

    /// Names in a question that no question has.
    String unreadObservations(String names);

    String knowledge(KnowledgeUsed used);

    String measure(Likelihood likelihood, Confidence confidence);

    /// A piece of evidence: kind, strength, weight, value, where it stands in the case and in print, what takes weight.
    String evidence(ActorEvidence piece);

    /// A report: who published it, what, when.
    String source(PublishedSource source);

    String shared(SharedTrait trait);

    /// How many traits are not shown.
    String more(long traits);

    String link(String one, String other);

    String noLinks(long cases);

    String relations(String incident, long reports);

    String noRelations(String incident);

    /// The verdict on behaviour where it names someone.
    String behavesLike(String actor);

    String unattributed(Ranking.Reason reason);

    /// What one kind of evidence does to the odds of a candidate, and the things that it rests on.
    String moved(EvidenceKind kind, double factor, List<String> items);
}
