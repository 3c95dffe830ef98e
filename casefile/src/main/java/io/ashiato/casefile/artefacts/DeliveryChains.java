package io.ashiato.casefile.artefacts;

import io.ashiato.model.Artefact;
import io.ashiato.model.DeliveryChain;
import io.ashiato.model.DeliveryChain.Joint;
import io.ashiato.model.DeliveryChain.Kind;
import io.ashiato.model.DeliveryChain.Step;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Puts together how things came in: what lies in what, what would run what, which address is named, and what the
/// logs show of it.
public final class DeliveryChains {
    /// A report with more chains than this is not read; evidence can hold any number of mails.
    private static final int MAX_CHAINS = 40;

    /// Longest chain that is followed; what intake unpacks is no deeper.
    private static final int MAX_STEPS = 24;

    /// Addresses told of one step; a script can name thousands.
    private static final int MAX_ADDRESSES = 3;

    /// Mails and downloads that are looked for in the findings; a mailbox holds any number.
    private static final int MAX_ASKED = 2_000;

    private final ArtefactTree tree;
    private final LogTies ties;
    private int asked;

    private DeliveryChains(ArtefactTree tree, LogTies ties) {
        this.tree = tree;
        this.ties = ties;
    }

    /// The chains of a case, the one that reaches furthest first.
    ///
    /// @param findings final, with ids: what logs show is taken from their observations
    public static List<DeliveryChain> of(List<Artefact> artefacts, List<Finding> findings) {
        var tree = new ArtefactTree(artefacts);
        return new DeliveryChains(tree, new LogTies(findings)).build();
    }

    private List<DeliveryChain> build() {
        var chains = new ArrayList<List<Step>>();
        for (Artefact root : tree.roots()) {
            if (chains.size() >= MAX_CHAINS * 4) {
                break;
            }
            var start = new ArrayList<Step>();
            origin(root, start);
            follow(root, start.isEmpty() ? Joint.START : Joint.DOWNLOADED_FROM, start, chains);
        }
        List<List<Step>> joined = ties.join(chains);
        joined.sort(Comparator.comparingInt((List<Step> steps) -> -steps.size()));
        var numbered = new ArrayList<DeliveryChain>();
        for (List<Step> steps : joined) {
            if (numbered.size() < MAX_CHAINS) {
                numbered.add(new DeliveryChain(String.format(Locale.ROOT, "C-%02d", numbered.size() + 1), steps));
            }
        }
        return numbered;
    }

    /// Where the mark of the web says that it came from.
    private void origin(Artefact root, List<Step> steps) {
        Optional<Artefact> mark = tree.markOfTheWeb(root);
        if (mark.isEmpty()) {
            return;
        }
        Artefact zone = mark.get();
        for (String fact : List.of("referrer_url", "host_url")) {
            zone.facts()
                    .text(fact)
                    .filter(url -> url.contains("://"))
                    .ifPresent(url -> steps.add(new Step(
                            Kind.ADDRESS,
                            steps.isEmpty() ? Joint.START : Joint.NAMES,
                            url,
                            Optional.of(zone.id()),
                            Optional.empty(),
                            Optional.empty())));
        }
    }

    /// Goes down to everything that lies inside; each way that ends becomes a chain.
    private void follow(Artefact artefact, Joint joint, List<Step> before, List<List<Step>> chains) {
        var steps = new ArrayList<>(before);
        steps.add(new Step(
                kind(artefact.kind(), artefact.role()),
                joint,
                label(artefact, tree),
                Optional.of(artefact.id()),
                time(artefact),
                Optional.empty()));
        boolean deeper = false;
        if (steps.size() < MAX_STEPS && chains.size() < MAX_CHAINS * 4) {
            for (Artefact child : tree.children(artefact)) {
                follow(child, joint(child), steps, chains);
                deeper = true;
            }
        }
        if (!deeper) {
            addresses(artefact, steps);
            if (isTelling(steps)) { // counted only then: a thousand ordinary documents must not crowd out the lure
                chains.add(steps);
            }
        }
    }

    private static void addresses(Artefact artefact, List<Step> steps) {
        Set<String> named = new LinkedHashSet<>(artefact.facts().texts("urls"));
        if (artefact.kind() == EvidenceKind.OOXML || artefact.kind() == EvidenceKind.RTF) {
            named.addAll(artefact.facts().texts("external"));
        }
        named.stream()
                .filter(url -> url.contains("://"))
                .limit(MAX_ADDRESSES)
                .forEach(url -> steps.add(new Step(
                        Kind.ADDRESS,
                        Joint.NAMES,
                        url,
                        Optional.of(artefact.id()),
                        Optional.empty(),
                        Optional.empty())));
    }

    /// A document alone, a link to a folder, or a mail with links is no chain: something must run, be fetched without
    /// being asked for, or have been seen in the logs of the intrusion.
    private boolean isTelling(List<Step> steps) {
        boolean script = steps.stream().allMatch(step -> step.kind() == Kind.SCRIPT); // administrators have many
        boolean runs = steps.stream().anyMatch(step -> switch (step.kind()) {
            case MACRO -> true;
            case SCRIPT -> !script;
            case COMMAND -> Interpreters.runs(step.label());
            case ADDRESS, MAIL, ARCHIVE, DOCUMENT, SHORTCUT, PROGRAM, PROCESS, RECORD -> false;
        });
        Kind first = steps.getFirst().kind();
        boolean sent = first == Kind.MAIL || first == Kind.ADDRESS;
        boolean program = steps.getLast().kind() == Kind.PROGRAM;
        boolean fetches = first == Kind.SHORTCUT && steps.getLast().kind() == Kind.ADDRESS;
        return steps.size() > 1 && (runs || fetches || loads(steps) || (sent && (program || isSeen(steps))));
    }

    private boolean isSeen(List<Step> steps) {
        return asked++ < MAX_ASKED && ties.show(steps);
    }

    private boolean loads(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.artefact().stream())
                .flatMap(id -> tree.artefact(id).stream())
                .anyMatch(artefact -> !RemoteContent.of(artefact).isEmpty());
    }

    private static Joint joint(Artefact child) {
        return child.role()
                .map(role -> switch (role) {
                    case ATTACHMENT, EMBEDDED, MEMBER, MACRO -> Joint.CONTAINED;
                    case COMMAND -> Joint.WOULD_RUN;
                    case DECODED -> Joint.DECODED;
                })
                .orElse(Joint.CONTAINED);
    }

    static Kind kind(EvidenceKind kind, Optional<Artefact.Role> role) {
        if (role.filter(Artefact.Role.MACRO::equals).isPresent()) {
            return Kind.MACRO;
        }
        return switch (kind) {
            case MAIL, MSG, TNEF, MBOX -> Kind.MAIL;
            case ZIP, GZIP, TAR, BZIP2, XZ, SEVEN_ZIP, RAR, ZSTD -> Kind.ARCHIVE;
            case SHORTCUT, JUMP_LIST -> Kind.SHORTCUT;
            case COMMAND_LINE -> Kind.COMMAND;
            case SCRIPT -> Kind.SCRIPT;
            case TEXT -> role.filter(Artefact.Role.DECODED::equals).isPresent() ? Kind.SCRIPT : Kind.DOCUMENT;
            case PE, ELF -> Kind.PROGRAM;
            case OLE2, OOXML, ODF, ONENOTE, PDF, RTF, HTML, XML, JSON -> Kind.DOCUMENT;
            case EVTX, EVT, REGISTRY_HIVE, PREFETCH, MFT, SQLITE, ZONE_IDENTIFIER, EMPTY, UNKNOWN -> Kind.DOCUMENT;
        };
    }

    /// What a person calls it: a mail by its subject, a command and what was decoded by their text, anything else by
    /// its file's name.
    private static String label(Artefact artefact, ArtefactTree tree) {
        String name = ArtefactTree.fileName(artefact.path());
        if (artefact.role().filter(Artefact.Role.DECODED::equals).isPresent()) {
            return artefact.parent()
                    .flatMap(tree::artefact)
                    .flatMap(parent -> parent.facts().text("decoded"))
                    .orElse(name);
        }
        return switch (artefact.kind()) {
            case MAIL, MSG -> artefact.facts().text("subject").orElse(name);
            case COMMAND_LINE -> artefact.facts().text("command_line").orElse(name);
            default -> name;
        };
    }

    private static Optional<Instant> time(Artefact artefact) {
        return switch (artefact.kind()) {
            case MAIL, MSG -> artefact.facts().time("date");
            default -> Optional.empty(); // a document's times are those of its making, a shortcut's those of its target
        };
    }
}
