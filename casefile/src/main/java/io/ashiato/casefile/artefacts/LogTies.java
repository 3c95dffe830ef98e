package io.ashiato.casefile.artefacts;

import io.ashiato.model.DeliveryChain.Joint;
import io.ashiato.model.DeliveryChain.Kind;
import io.ashiato.model.DeliveryChain.Step;
import io.ashiato.model.Finding;
import io.ashiato.model.Observation;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Ties delivery chains to what logs show: a record that names a chain's file, command or address.
final class LogTies {
    /// Records shown for one chain; its finding has the rest.
    private static final int MAX_RECORDS = 8;

    /// Shorter names stand in too many records by chance.
    private static final int MIN_NAME = 6;

    private static final Set<String> OFFICE = Set.of("winword.exe", "excel.exe", "powerpnt.exe", "onenote.exe");

    private final List<Observation> observations;

    LogTies(List<Finding> findings) {
        observations = findings.stream()
                .flatMap(finding -> finding.observations().stream())
                .sorted(Comparator.comparing((Observation o) -> o.time().orElse(Instant.MAX))
                        .thenComparing(Observation::id))
                .toList();
    }

    /// The chains with what logs show of them. Where an Office program wrote the file that another chain begins with,
    /// the two are one.
    List<List<Step>> join(List<List<Step>> chains) {
        var left = new ArrayList<>(chains);
        var joined = new ArrayList<List<Step>>();
        for (List<Step> chain : chains) {
            if (!left.contains(chain)) {
                continue;
            }
            var whole = new ArrayList<>(chain);
            if (hasDocument(chain)) {
                for (List<Step> other : List.copyOf(left)) {
                    Optional<Observation> written = other.equals(chain) ? Optional.empty() : writtenByOffice(other);
                    if (written.isPresent()) {
                        whole.add(process(written.get()));
                        Step first = other.getFirst();
                        whole.add(new Step(
                                first.kind(),
                                Joint.SEEN_IN_LOG,
                                first.label(),
                                first.artefact(),
                                first.time(),
                                written.map(Observation::source)));
                        whole.addAll(other.subList(1, other.size()));
                        left.remove(other);
                        break;
                    }
                }
            }
            left.remove(chain);
            joined.add(whole);
        }
        joined.replaceAll(this::withRecords);
        return joined;
    }

    /// Whether a record of a finding names something of the chain.
    boolean show(List<Step> chain) {
        Set<String> words = words(chain);
        return observations.stream().anyMatch(observation -> names(observation, words));
    }

    private List<Step> withRecords(List<Step> chain) {
        Set<String> words = words(chain);
        var known = new HashSet<String>();
        chain.forEach(step -> step.source().ifPresent(source -> known.add(source.path() + "#" + source.offset())));
        var whole = new ArrayList<>(chain);
        int added = 0;
        for (Observation observation : observations) {
            String place =
                    observation.source().path() + "#" + observation.source().offset();
            if (added < MAX_RECORDS && names(observation, words) && known.add(place)) {
                whole.add(process(observation));
                added++;
            }
        }
        return whole;
    }

    /// What a record must name to belong to a chain.
    private static Set<String> words(List<Step> chain) {
        var words = new LinkedHashSet<String>();
        for (Step step : chain) {
            switch (step.kind()) {
                case ADDRESS -> host(step.label()).ifPresent(words::add);
                case DOCUMENT, SHORTCUT, PROGRAM -> {
                    if (step.label().length() >= MIN_NAME && step.label().contains(".")) {
                        words.add(ArtefactTree.folded(step.label()));
                    }
                }
                case MAIL, ARCHIVE, MACRO, COMMAND, SCRIPT, PROCESS -> {}
            }
        }
        return words;
    }

    private static boolean names(Observation observation, Set<String> words) {
        String telling = ArtefactTree.folded(observation.telling());
        return words.stream().anyMatch(telling::contains);
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(new URI(url.strip()).getHost())
                    .map(ArtefactTree::folded)
                    .filter(name -> name.length() >= MIN_NAME);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean hasDocument(List<Step> chain) {
        return chain.stream().anyMatch(step -> step.kind() == Kind.DOCUMENT || step.kind() == Kind.MACRO);
    }

    private Optional<Observation> writtenByOffice(List<Step> chain) {
        Step first = chain.getFirst();
        if (first.kind() != Kind.SHORTCUT && first.kind() != Kind.SCRIPT && first.kind() != Kind.PROGRAM) {
            return Optional.empty();
        }
        String name = ArtefactTree.folded(first.label());
        return observations.stream()
                .filter(o -> o.process()
                        .map(path -> OFFICE.contains(ArtefactTree.folded(ArtefactTree.fileName(path))))
                        .orElse(false))
                .filter(o ->
                        ArtefactTree.folded(ArtefactTree.fileName(o.telling())).equals(name))
                .findFirst();
    }

    private static Step process(Observation observation) {
        return new Step(
                Kind.PROCESS,
                Joint.SEEN_IN_LOG,
                observation.telling(),
                Optional.empty(),
                observation.time(),
                Optional.of(observation.source()));
    }
}
