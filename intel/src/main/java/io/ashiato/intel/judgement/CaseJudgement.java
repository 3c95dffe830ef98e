package io.ashiato.intel.judgement;

import io.ashiato.intel.attribution.BehaviourModel;
import io.ashiato.intel.attribution.Narrowing;
import io.ashiato.intel.attribution.ObservedBehaviour;
import io.ashiato.intel.attribution.Ranking;
import io.ashiato.intel.attribution.RelationBase;
import io.ashiato.intel.attribution.RelationFormatException;
import io.ashiato.intel.knowledge.Knowledge;
import io.ashiato.model.Assessment;
import io.ashiato.model.ResearchRelation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/// Everything that published knowledge says of a case: the one way from its evidence to the judgements.
///
/// @param relations what it shares with reports
public record CaseJudgement(
        List<ResearchRelation> relations, Assessment.Attribution attribution, Assessment.Campaign campaign) {
    public CaseJudgement {
        relations = List.copyOf(relations);
    }

    /// Judges a case by the knowledge at hand, and by nothing else.
    public static CaseJudgement of(CaseEvidence evidence, Knowledge knowledge) {
        List<ResearchRelation> relations = Relations.of(evidence, knowledge);
        return new CaseJudgement(
                relations,
                ActorJudgement.of(evidence, relations, ranking(evidence, knowledge), knowledge),
                CampaignJudgement.of(evidence.intrusion() ? relations : List.of(), knowledge));
    }

    /// How alike the behaviour is to that of known actors.
    private static Ranking ranking(CaseEvidence evidence, Knowledge knowledge) {
        if (evidence.techniques().isEmpty() || !evidence.intrusion()) {
            return new Ranking(List.of(), 0, new Ranking.Unattributed(Ranking.Reason.NOTHING_KNOWN));
        }
        byte[] relations = knowledge.relations().getBytes(StandardCharsets.UTF_8);
        try {
            RelationBase base = RelationBase.read(new ByteArrayInputStream(relations));
            return BehaviourModel.builtIn().rank(base.view(Narrowing.NONE), observed(evidence));
        } catch (RelationFormatException e) {
            throw new IllegalStateException("our own knowledge is not in its form", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a byte array does not fail
        }
    }

    private static ObservedBehaviour observed(CaseEvidence evidence) {
        Set<String> countries = new HashSet<>();
        for (String code : evidence.victim().countries()) {
            countries.add(Locale.of("", code).getDisplayCountry(Locale.ENGLISH));
        }
        return new ObservedBehaviour(
                evidence.techniques().keySet(),
                Set.of(),
                countries,
                evidence.victim().sectors(),
                evidence.first().map(day -> OptionalInt.of(day.getYear())).orElse(OptionalInt.empty()));
    }
}
