package io.ashiato.casefile.artefacts;

import io.ashiato.casefile.findings.NetworkNames;
import io.ashiato.model.Artefact;
import io.ashiato.model.Confidence;
import io.ashiato.model.DeliveryChain;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Indicator;
import io.ashiato.model.Indicator.Kind;
import io.ashiato.model.Indicator.Role;
import io.ashiato.model.SampleMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Indicators out of what is no log: the files and addresses of delivery chains, and programs that resemble known
/// ones. Other files of a collection are nobody's indicators.
public final class LureIndicators {
    private final Map<String, Artefact> byId = new LinkedHashMap<>();
    private final Map<Key, Seen> seen = new LinkedHashMap<>();

    private record Key(Kind kind, String value) {}

    private record Seen(Role role, Confidence confidence, Set<String> artefacts) {}

    private LureIndicators(List<Artefact> artefacts) {
        artefacts.forEach(artefact -> byId.put(artefact.id(), artefact));
    }

    /// The indicators of events, followed by those of artefacts that are not among them, numbered anew. Where both
    /// have one, it keeps what the events say of it and names the artefacts too.
    public static List<Indicator> join(
            List<Indicator> ofEvents, List<Artefact> artefacts, List<DeliveryChain> chains, List<SampleMatch> samples) {
        var lures = new LureIndicators(artefacts);
        samples.forEach(lures::program);
        chains.forEach(chain -> chain.steps().forEach(lures::step));
        var joined = new ArrayList<Indicator>();
        for (Indicator indicator : ofEvents) {
            Seen also = lures.seen.remove(new Key(indicator.kind(), indicator.value()));
            joined.add(numbered(
                    joined.size(),
                    indicator.kind(),
                    indicator.value(),
                    indicator,
                    also == null ? Set.of() : also.artefacts));
        }
        lures.seen.forEach((key, lure) -> joined.add(new Indicator(
                id(joined.size()),
                key.kind,
                key.value,
                lure.role,
                Optional.empty(),
                Optional.empty(),
                lure.confidence,
                List.of(),
                List.copyOf(lure.artefacts),
                blockable(key))));
        return joined;
    }

    private static Indicator numbered(int before, Kind kind, String value, Indicator of, Set<String> artefacts) {
        return new Indicator(
                id(before),
                kind,
                value,
                of.role(),
                of.firstSeen(),
                of.lastSeen(),
                of.confidence(),
                of.findings(),
                List.copyOf(artefacts),
                of.blockable());
    }

    private static String id(int before) {
        return String.format(Locale.ROOT, "I-%03d", before + 1);
    }

    private void program(SampleMatch match) {
        Artefact artefact = byId.get(match.artefact());
        if (artefact == null || match.verdict() == SampleMatch.Verdict.RELATED) {
            return; // related code alone makes no program an intruder's
        }
        Confidence confidence =
                match.verdict() == SampleMatch.Verdict.NEARLY_IDENTICAL ? Confidence.HIGH : Confidence.MODERATE;
        add(Kind.SHA256, artefact.sha256(), Role.PAYLOAD, confidence, artefact.id());
        add(Kind.FILE_NAME, ArtefactTree.fileName(artefact.path()), Role.PAYLOAD, Confidence.LOW, artefact.id());
        artefact.facts()
                .text("imphash")
                .ifPresent(hash -> add(Kind.IMPHASH, hash, Role.PAYLOAD, Confidence.LOW, artefact.id()));
    }

    private void step(DeliveryChain.Step step) {
        Artefact artefact = step.artefact().map(byId::get).orElse(null);
        if (artefact == null) {
            return;
        }
        switch (step.kind()) {
            case ADDRESS -> {
                // The page that led to a download may be anybody's: a social network, or the company's own.
                boolean referrer = artefact.facts()
                        .text("referrer_url")
                        .filter(step.label()::equals)
                        .isPresent();
                if (!referrer) {
                    address(step.label(), artefact);
                }
            }
            case MAIL -> {
                artefact.facts()
                        .text("from_address")
                        .ifPresent(from -> add(
                                Kind.MAIL_ADDRESS,
                                from.toLowerCase(Locale.ROOT),
                                Role.LURE,
                                Confidence.MODERATE,
                                artefact.id()));
                file(artefact, Role.LURE);
            }
            case DOCUMENT, SHORTCUT, ARCHIVE -> file(artefact, Role.LURE);
            case SCRIPT -> {
                if (artefact.role().filter(Artefact.Role.DECODED::equals).isEmpty()) {
                    file(artefact, Role.LURE);
                }
            }
            case PROGRAM -> file(artefact, Role.PAYLOAD);
            case MACRO, COMMAND, PROCESS, RECORD -> {} // no file of its own
        }
    }

    private void file(Artefact artefact, Role role) {
        if (artefact.kind() != EvidenceKind.ZONE_IDENTIFIER) {
            add(Kind.SHA256, artefact.sha256(), role, Confidence.MODERATE, artefact.id());
            add(Kind.FILE_NAME, ArtefactTree.fileName(artefact.path()), role, Confidence.LOW, artefact.id());
        }
    }

    private void address(String url, Artefact artefact) {
        String host = NetworkNames.hostOf(url);
        boolean outside = NetworkNames.isPublicAddress(host) || NetworkNames.isPublicName(host);
        if (!outside) {
            return;
        }
        add(Kind.URL, url, Role.LURE, Confidence.MODERATE, artefact.id());
        if (NetworkNames.isPublicAddress(host)) {
            add(host.contains(":") ? Kind.IPV6 : Kind.IPV4, host, Role.LURE, Confidence.MODERATE, artefact.id());
        } else if (!NetworkNames.isShared(host.toLowerCase(Locale.ROOT))) {
            add(Kind.DOMAIN, host.toLowerCase(Locale.ROOT), Role.LURE, Confidence.MODERATE, artefact.id());
        }
    }

    private void add(Kind kind, String value, Role role, Confidence confidence, String artefact) {
        seen.computeIfAbsent(new Key(kind, value), key -> new Seen(role, confidence, new LinkedHashSet<>()))
                .artefacts()
                .add(artefact);
    }

    /// Names of hosts that many share never come here; a URL on one of them may be blocked as a whole.
    private static boolean blockable(Key key) {
        return switch (key.kind) {
            case SHA256, IPV4, IPV6, DOMAIN, URL -> true;
            case MD5, SHA1, FILE_PATH, FILE_NAME, MAIL_ADDRESS, IMPHASH -> false;
        };
    }
}
