package io.ashiato.casefile.artefacts;

import io.ashiato.casefile.findings.NetworkNames;
import io.ashiato.model.DeliveryChain.Joint;
import io.ashiato.model.DeliveryChain.Kind;
import io.ashiato.model.DeliveryChain.Step;
import io.ashiato.model.Finding;
import io.ashiato.model.Observation;
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
    /// and only one document can have made it do so, the two are one.
    List<List<Step>> join(List<List<Step>> chains) {
        Optional<List<Step>> document = onlyDocument(chains);
        Optional<Written> written = document.isEmpty() ? Optional.empty() : writtenByOffice(chains);
        var joined = new ArrayList<List<Step>>();
        for (List<Step> chain : chains) {
            if (written.isPresent() && chain.equals(document.orElseThrow())) {
                joined.add(withRecords(continued(chain, written.get())));
            } else if (written.isEmpty() || !chain.equals(written.get().chain())) {
                joined.add(withRecords(chain));
            }
        }
        return joined;
    }

    /// A chain that begins with a file which an Office program wrote, and the record of that.
    private record Written(List<Step> chain, Observation record) {}

    /// The first chain of the document, if all chains that hold one begin with the same.
    private static Optional<List<Step>> onlyDocument(List<List<Step>> chains) {
        List<List<Step>> with = chains.stream().filter(LogTies::hasDocument).toList();
        long documents = with.stream().map(LogTies::document).distinct().count();
        return documents == 1 ? Optional.of(with.getFirst()) : Optional.empty();
    }

    private static Optional<String> document(List<Step> chain) {
        return chain.stream()
                .filter(step -> step.kind() == Kind.DOCUMENT || step.kind() == Kind.MACRO)
                .findFirst()
                .flatMap(Step::artefact);
    }

    private Optional<Written> writtenByOffice(List<List<Step>> chains) {
        return chains.stream()
                .flatMap(chain -> writtenByOffice(chain.getFirst()).map(record -> new Written(chain, record)).stream())
                .findFirst();
    }

    private static List<Step> continued(List<Step> chain, Written written) {
        var whole = new ArrayList<>(chain);
        whole.add(record(written.record()));
        Step first = written.chain().getFirst();
        whole.add(new Step(
                first.kind(),
                Joint.SEEN_IN_LOG,
                first.label(),
                first.artefact(),
                written.record().time(),
                Optional.of(written.record().source())));
        whole.addAll(written.chain().subList(1, written.chain().size()));
        return whole;
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
                whole.add(record(observation));
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
                case ADDRESS -> words.add(named(step.label()));
                case DOCUMENT, SHORTCUT, PROGRAM -> {
                    if (step.label().length() >= MIN_NAME && step.label().contains(".")) {
                        words.add(ArtefactTree.folded(step.label()));
                    }
                }
                case MAIL, ARCHIVE, MACRO, COMMAND, SCRIPT, PROCESS, RECORD -> {}
            }
        }
        return words;
    }

    private static boolean names(Observation observation, Set<String> words) {
        String telling = ArtefactTree.folded(observation.telling());
        return words.stream().anyMatch(telling::contains);
    }

    /// What of an address a record must name: its host, or all of it where strangers share the host.
    private static String named(String url) {
        String host = NetworkNames.hostOf(url.strip());
        boolean telling = host.length() >= MIN_NAME && !NetworkNames.isShared(host);
        return telling ? host : ArtefactTree.folded(url.strip());
    }

    private static boolean hasDocument(List<Step> chain) {
        return chain.stream().anyMatch(step -> step.kind() == Kind.DOCUMENT || step.kind() == Kind.MACRO);
    }

    private Optional<Observation> writtenByOffice(Step first) {
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

    private static Step record(Observation observation) {
        return new Step(
                startsProcess(observation) ? Kind.PROCESS : Kind.RECORD,
                Joint.SEEN_IN_LOG,
                observation.telling(),
                Optional.empty(),
                observation.time(),
                Optional.of(observation.source()));
    }

    /// Sysmon 1 and Security 4688.
    private static boolean startsProcess(Observation observation) {
        return switch (observation.eventId()) {
            case "1" -> observation.channel().equalsIgnoreCase("Microsoft-Windows-Sysmon/Operational");
            case "4688" -> observation.channel().equalsIgnoreCase("Security");
            default -> false;
        };
    }
}
