package io.ashiato.publish;

import io.ashiato.model.Artefact;
import io.ashiato.model.Assessment;
import io.ashiato.model.CaseRule;
import io.ashiato.model.DeliveryChain;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.EvidenceItem;
import io.ashiato.model.Finding;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Indicator;
import io.ashiato.model.KnowledgeUsed;
import io.ashiato.model.ResearchRelation;
import io.ashiato.model.SampleMatch;
import io.ashiato.model.TamperingFact;
import java.util.List;

/// A case with some of its parts replaced.
final class CaseParts {
    private final IncidentCase base;
    private List<EvidenceItem> items;
    private List<Diagnostic> diagnostics;
    private List<Finding> findings;
    private List<Assessment> assessments;
    private List<Indicator> indicators;
    private List<TamperingFact> tampering;
    private List<Artefact> artefacts;
    private List<DeliveryChain> chains;
    private List<SampleMatch> samples;
    private List<ResearchRelation> research;
    private List<CaseRule> advice;
    private KnowledgeUsed knowledge;

    CaseParts(IncidentCase base) {
        this.base = base;
        this.items = base.items();
        this.diagnostics = base.diagnostics();
        this.findings = base.findings();
        this.assessments = base.assessments();
        this.indicators = base.indicators();
        this.tampering = base.tampering();
        this.artefacts = base.artefacts();
        this.chains = base.chains();
        this.samples = base.samples();
        this.research = base.research();
        this.advice = base.advice();
        this.knowledge = base.knowledge();
    }

    CaseParts items(List<EvidenceItem> parts) {
        this.items = parts;
        return this;
    }

    CaseParts diagnostics(List<Diagnostic> parts) {
        this.diagnostics = parts;
        return this;
    }

    CaseParts findings(List<Finding> parts) {
        this.findings = parts;
        return this;
    }

    CaseParts assessments(List<Assessment> parts) {
        this.assessments = parts;
        return this;
    }

    CaseParts indicators(List<Indicator> parts) {
        this.indicators = parts;
        return this;
    }

    CaseParts tampering(List<TamperingFact> parts) {
        this.tampering = parts;
        return this;
    }

    CaseParts artefacts(List<Artefact> parts) {
        this.artefacts = parts;
        return this;
    }

    CaseParts chains(List<DeliveryChain> parts) {
        this.chains = parts;
        return this;
    }

    CaseParts samples(List<SampleMatch> parts) {
        this.samples = parts;
        return this;
    }

    CaseParts research(List<ResearchRelation> parts) {
        this.research = parts;
        return this;
    }

    CaseParts advice(List<CaseRule> parts) {
        this.advice = parts;
        return this;
    }

    CaseParts knowledge(KnowledgeUsed parts) {
        this.knowledge = parts;
        return this;
    }

    IncidentCase build() {
        return new IncidentCase(
                base.id(),
                base.date(),
                base.program(),
                base.tlp(),
                base.attackVersion(),
                items,
                diagnostics,
                base.events(),
                base.detections(),
                base.first(),
                base.last(),
                base.rules(),
                base.hosts(),
                base.accounts(),
                findings,
                tampering,
                assessments,
                indicators,
                base.techniques(),
                artefacts,
                chains,
                samples,
                research,
                advice,
                knowledge);
    }
}
