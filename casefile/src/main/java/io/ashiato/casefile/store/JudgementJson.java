package io.ashiato.casefile.store;

import io.ashiato.intel.judgement.CaseJudgement;
import io.ashiato.intel.judgement.CaseLinks;
import io.ashiato.model.Assessment;
import io.ashiato.model.KnowledgeUsed;
import io.ashiato.model.ResearchRelation;
import java.io.StringWriter;
import java.util.List;

/// Judgements as JSON, in the words that `case.json` has for them.
public final class JudgementJson {
    private JudgementJson() {}

    private record Judged(
            String incident,
            KnowledgeUsed knowledge,
            Assessment.Attribution attribution,
            Assessment.Campaign campaign,
            List<ResearchRelation> research) {}

    private record Linked(List<CaseLinks.Link> links, List<Research> research) {}

    /// What one case shares with published reports.
    ///
    /// @param incident by which the links call the case
    public record Research(String incident, List<ResearchRelation> relations) {
        public Research {
            relations = List.copyOf(relations);
        }
    }

    /// What was judged of one case, with the knowledge that it was judged by.
    public static String of(String incident, CaseJudgement judgement, KnowledgeUsed knowledge) {
        return text(
                new Judged(incident, knowledge, judgement.attribution(), judgement.campaign(), judgement.relations()));
    }

    /// Links between cases, and between each and published reports.
    public static String of(List<CaseLinks.Link> links, List<Research> research) {
        return text(new Linked(links, research));
    }

    private static String text(Object value) {
        var out = new StringWriter();
        CaseJson.writer().writeValue(new EscapingWriter(out), value);
        return out.append('\n').toString();
    }
}
