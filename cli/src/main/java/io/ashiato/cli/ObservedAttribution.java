package io.ashiato.cli;

import io.ashiato.intel.AttackKnowledge;
import io.ashiato.intel.attribution.AttributionQuestion;
import io.ashiato.intel.attribution.BehaviourModel;
import io.ashiato.intel.attribution.Candidate;
import io.ashiato.intel.attribution.Contribution;
import io.ashiato.intel.attribution.EvidenceKind;
import io.ashiato.intel.attribution.KnownActor;
import io.ashiato.intel.attribution.Narrowing;
import io.ashiato.intel.attribution.Ranking;
import io.ashiato.intel.attribution.RelationBase;
import io.ashiato.intel.attribution.RelationFormatException;
import io.ashiato.publish.render.Visible;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Who behaves like that? Answers one question of the attribution benchmark, with reasons.
final class ObservedAttribution {
    /// A question names a few hundred things at most.
    private static final int MAX_QUESTION = 4 << 20;

    /// What moves the odds by less than a tenth is not told.
    private static final double TOLD = 0.1;

    /// Unknown names in one sentence.
    private static final int MOST_TOLD = 10;

    private final Commands.Shared shared;
    private final KnowledgeOptions knowledge;
    private final Settings settings;

    ObservedAttribution(Commands.Shared shared, KnowledgeOptions knowledge, Settings settings) {
        this.shared = shared;
        this.knowledge = knowledge;
        this.settings = settings;
    }

    /// @throws CommandException with exit code 2 where the file is no question
    void print(String file, boolean json) {
        AttributionQuestion question = question(file);
        RelationBase base = base();
        tellUnknown(question, base);
        Narrowing narrowing = narrowed(question.narrowing(), knowledge.day(shared.words()));
        Ranking ranking = BehaviourModel.builtIn().rank(base.view(narrowing), question.behaviour());
        if (json) {
            shared.terminal().out().println(json(question, ranking, base));
        } else {
            text(ranking, base);
        }
    }

    private AttributionQuestion question(String file) {
        Words words = shared.words();
        byte[] content = KnowledgeOptions.content(file, MAX_QUESTION, words);
        try {
            return AttributionQuestion.parse(new String(content, StandardCharsets.UTF_8));
        } catch (RelationFormatException e) {
            throw CommandException.wrongUse(words.judgement()
                    .badQuestion(EvidenceParameters.quoted(file), Visible.of(String.valueOf(e.getMessage()))));
        }
    }

    /// What was asked for and cannot count is told, since the answer looks the same without it.
    private void tellUnknown(AttributionQuestion question, RelationBase base) {
        AttackKnowledge attack = AttackKnowledge.builtIn();
        List<String> ids = Stream.concat(
                        question.behaviour().techniques().stream()
                                .filter(id -> attack.current(id).isEmpty()),
                        question.behaviour().software().stream()
                                .filter(id -> base.software(id).isEmpty()))
                .sorted()
                .toList();
        JudgementWords said = shared.words().judgement();
        tellUnknown(question.unread(), said::unreadObservations);
        tellUnknown(ids, said::unknownIds);
    }

    private void tellUnknown(List<String> names, UnaryOperator<String> sentence) {
        if (!names.isEmpty()) {
            String few = names.stream()
                    .limit(MOST_TOLD)
                    .map(name -> Visible.of(Visible.head(name)))
                    .collect(Collectors.joining(", "));
            String more = names.size() > MOST_TOLD ? ", … (" + names.size() + ")" : "";
            shared.terminal().err().println("ashiato: " + sentence.apply(few + more));
            shared.terminal().err().flush();
        }
    }

    /// A file of relations alone takes the place of all other knowledge, since two such files cannot be joined.
    private RelationBase base() {
        Words words = shared.words();
        List<String> files = new ArrayList<>(settings.knowledge());
        files.addAll(knowledge.files());
        List<String> bases =
                files.stream().filter(file -> RelationFiles.isOne(file, words)).toList();
        if (bases.isEmpty()) {
            String relations =
                    knowledge.load(settings.knowledge(), words).ready().relations();
            try {
                return RelationBase.read(new ByteArrayInputStream(relations.getBytes(StandardCharsets.UTF_8)));
            } catch (RelationFormatException e) {
                throw new IllegalStateException("our own knowledge is not in its form", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e); // a byte array does not fail
            }
        }
        if (files.size() > 1) {
            throw CommandException.wrongUse(
                    words.judgement().relationsAlone(EvidenceParameters.quoted(bases.getFirst())));
        }
        return RelationFiles.read(bases.getFirst(), words);
    }

    /// The earlier of the question's own day and that of the command line counts.
    private static Narrowing narrowed(Narrowing asked, Optional<LocalDate> before) {
        if (before.isEmpty()
                || asked.before().filter(day -> day.isBefore(before.get())).isPresent()) {
            return asked;
        }
        return new Narrowing(asked.excludedCitations(), asked.excludedActors(), before, asked.release());
    }

    private void text(Ranking ranking, RelationBase base) {
        PrintWriter out = shared.terminal().out();
        JudgementWords said = shared.words().judgement();
        out.println(
                switch (ranking.verdict()) {
                    case Ranking.Named named -> said.behavesLike(name(named.actor(), base));
                    case Ranking.Unattributed none -> said.unattributed(none.reason());
                });
        int rank = 0;
        for (Candidate candidate : ranking.candidates()) {
            rank++;
            out.println();
            out.println(String.format(
                    Locale.ROOT,
                    "%2d. %s (%s): %.1f%%",
                    rank,
                    name(candidate.actor(), base),
                    Visible.of(candidate.actor()),
                    candidate.probability() * 100));
            for (EvidenceKind kind : EvidenceKind.values()) {
                double moved = candidate.moved(kind);
                if (Math.abs(moved) >= TOLD) {
                    out.println("    " + said.moved(kind, Math.exp(moved), named(items(candidate, kind), base)));
                }
            }
        }
    }

    /// Ids of software with its name behind.
    private static List<String> named(List<String> items, RelationBase base) {
        return items.stream()
                .map(id -> id
                        + base.software(id)
                                .map(software -> " " + Visible.of(software.name()))
                                .orElse(""))
                .toList();
    }

    private static String name(String actor, RelationBase base) {
        return Visible.of(base.actor(actor).map(KnownActor::name).orElse(actor));
    }

    /// The things that a kind of evidence rests on, as ids of the relations.
    private static List<String> items(Candidate candidate, EvidenceKind kind) {
        return candidate.contributions().stream()
                .filter(contribution -> contribution.feature().kind() == kind)
                .map(Contribution::items)
                .flatMap(List::stream)
                .distinct()
                .limit(8)
                .map(Visible::of)
                .toList();
    }

    /// As `score.py` of the benchmark reads predictions, with names and reasons beside.
    private static String json(AttributionQuestion question, Ranking ranking, RelationBase base) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("id", question.id());
        ArrayNode ranked = root.putArray("ranked");
        for (Candidate candidate : ranking.candidates()) {
            ObjectNode actor = ranked.addObject();
            actor.put("actor", candidate.actor());
            actor.put(
                    "name", base.actor(candidate.actor()).map(KnownActor::name).orElse(""));
            actor.put("p", rounded(candidate.probability()));
            ArrayNode evidence = actor.putArray("evidence");
            for (EvidenceKind kind : EvidenceKind.values()) {
                ObjectNode piece = evidence.addObject();
                piece.put("kind", kind.name().toLowerCase(Locale.ROOT));
                piece.put("moved", rounded(candidate.moved(kind)));
                ArrayNode items = piece.putArray("items");
                items(candidate, kind).forEach(items::add);
            }
        }
        switch (ranking.verdict()) {
            case Ranking.Named named -> root.put("named", named.actor());
            case Ranking.Unattributed none -> {
                root.putNull("named");
                root.put("refusal", none.reason().name().toLowerCase(Locale.ROOT));
            }
        }
        root.put("level", "actor");
        root.put("planted", rounded(ranking.planted()));
        return JsonMapper.shared().writeValueAsString(root);
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
