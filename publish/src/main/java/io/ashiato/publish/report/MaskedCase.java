package io.ashiato.publish.report;

import io.ashiato.model.Correlated;
import io.ashiato.model.DeliveryChain;
import io.ashiato.model.Finding;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Observation;
import io.ashiato.model.TamperingFact;

/// A case as its reports show it: without the passwords of its command lines.
final class MaskedCase {
    private MaskedCase() {}

    static IncidentCase of(IncidentCase whole) {
        return new IncidentCase(
                whole.id(),
                whole.date(),
                whole.program(),
                whole.tlp(),
                whole.attackVersion(),
                whole.items(),
                whole.diagnostics(),
                whole.events(),
                whole.detections(),
                whole.first(),
                whole.last(),
                whole.rules(),
                whole.hosts(),
                whole.accounts(),
                whole.findings().stream().map(MaskedCase::finding).toList(),
                whole.tampering().stream().map(MaskedCase::fact).toList(),
                whole.assessments(),
                whole.indicators(),
                whole.techniques(),
                whole.artefacts(),
                whole.chains().stream().map(MaskedCase::chain).toList(),
                whole.samples(),
                whole.research(),
                whole.advice(),
                whole.knowledge());
    }

    private static Finding finding(Finding finding) {
        return finding.withIds(
                finding.id(),
                finding.observations().stream().map(MaskedCase::observation).toList());
    }

    private static Observation observation(Observation it) {
        return new Observation(
                it.id(),
                it.time(),
                it.host(),
                it.channel(),
                it.eventId(),
                it.rule(),
                it.tellingField(),
                PasswordMask.mask(it.telling()),
                it.account(),
                it.process(),
                it.source(),
                it.correlated().map(MaskedCase::correlated));
    }

    private static Correlated correlated(Correlated it) {
        return new Correlated(
                it.group().stream()
                        .map(value -> new Correlated.Value(value.name(), PasswordMask.mask(value.value())))
                        .toList(),
                it.events(),
                it.first(),
                it.last(),
                it.records());
    }

    private static TamperingFact fact(TamperingFact it) {
        return new TamperingFact(
                it.id(),
                it.kind(),
                it.time(),
                it.host(),
                it.account(),
                PasswordMask.mask(it.object()),
                it.channel(),
                it.eventId(),
                it.source(),
                it.details());
    }

    private static DeliveryChain chain(DeliveryChain chain) {
        return new DeliveryChain(
                chain.id(), chain.steps().stream().map(MaskedCase::step).toList());
    }

    private static DeliveryChain.Step step(DeliveryChain.Step it) {
        return new DeliveryChain.Step(
                it.kind(), it.joint(), PasswordMask.mask(it.label()), it.artefact(), it.time(), it.source());
    }
}
