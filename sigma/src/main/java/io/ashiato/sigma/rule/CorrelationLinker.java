package io.ashiato.sigma.rule;

import io.ashiato.model.RuleInfo;
import io.ashiato.sigma.rule.CorrelationNode.Target;
import io.ashiato.sigma.syntax.CorrelationCondition;
import io.ashiato.sigma.syntax.CorrelationDocument;
import io.ashiato.sigma.syntax.CorrelationDocument.Reference;
import io.ashiato.sigma.syntax.ProblemCode;
import io.ashiato.sigma.syntax.Problems;
import io.ashiato.sigma.syntax.Similar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the rules that correlations refer to, once all files are read, and puts the correlations in an order in
/// which each comes behind those that it refers to.
public final class CorrelationLinker {
    /// Correlations over correlations over correlations: people need three levels.
    private static final int MAX_LEVELS = 32;

    private final Map<String, List<Target>> targets = new HashMap<>();
    private final List<CorrelationNode> nodes = new ArrayList<>();

    /// What the linker found.
    ///
    /// @param correlations each behind those that feed it
    /// @param feeding ids of the rules on single events that correlations wait for
    /// @param silent those of them that make no detections of their own
    public record Linked(List<Correlation> correlations, Set<String> feeding, Set<String> silent) {
        public Linked {
            correlations = List.copyOf(correlations);
            feeding = Set.copyOf(feeding);
            silent = Set.copyOf(silent);
        }
    }

    /// Takes a rule on single events.
    ///
    /// @param id of its matches
    /// @param name by which it may be referred to, beside its id
    public void rule(String id, Optional<String> name, String file) {
        know(id, name, new Target.Runs(file, id));
    }

    /// Takes a rule or a correlation that has faults of its own.
    public void faulty(Optional<String> id, Optional<String> name, String file) {
        know(id.orElse(""), name, new Target.CannotRun(file));
    }

    /// Takes a correlation.
    ///
    /// @param problems of its file; may get more until [#link] returns
    public void correlation(CorrelationDocument document, RuleInfo about, String file, Problems problems) {
        var node = new CorrelationNode(document, about, file, problems);
        nodes.add(node);
        know(about.id(), document.name(), new Target.Other(file, node));
    }

    private void know(String id, Optional<String> name, Target target) {
        targets.computeIfAbsent(key(id), k -> new ArrayList<>()).add(target);
        name.filter(n -> !key(n).equals(key(id)))
                .ifPresent(n ->
                        targets.computeIfAbsent(key(n), k -> new ArrayList<>()).add(target));
    }

    private static String key(String idOrName) {
        return idOrName.toLowerCase(Locale.ROOT);
    }

    /// Links everything taken so far.
    public Linked link() {
        nodes.forEach(this::resolve);
        var ready = new ArrayDeque<CorrelationNode>();
        for (CorrelationNode node : nodes) {
            List<CorrelationNode> others = node.others();
            node.waitsFor = others.size();
            others.forEach(other -> other.usedBy.add(node));
            if (others.isEmpty()) {
                ready.add(node);
            }
        }
        var done = new HashSet<CorrelationNode>();
        var good = new ArrayList<CorrelationNode>();
        while (!ready.isEmpty()) {
            CorrelationNode node = ready.remove();
            done.add(node);
            if (isGood(node)) {
                node.index = good.size();
                good.add(node);
            }
            for (CorrelationNode user : node.usedBy) {
                user.level = Math.max(user.level, node.level + 1);
                if (--user.waitsFor == 0) {
                    ready.add(user);
                }
            }
        }
        CorrelationCycles.tell(
                nodes.stream().filter(node -> !done.contains(node)).toList());
        return finish(good);
    }

    private void resolve(CorrelationNode node) {
        for (Reference reference : node.document.rules()) {
            List<Target> found = targets.getOrDefault(key(reference.text()), List.of());
            List<Target> near =
                    found.stream().filter(t -> t.file().equals(node.file)).toList();
            List<Target> chosen = near.isEmpty() ? found : near;
            if (chosen.isEmpty()) {
                String hint = Similar.hint(reference.text(), targets.keySet());
                node.tell(
                        ProblemCode.UNKNOWN_RULE,
                        reference,
                        "no rule has the id or name '" + reference.text() + "'" + hint);
            } else if (chosen.size() > 1) {
                node.tell(
                        ProblemCode.AMBIGUOUS_RULE,
                        reference,
                        chosen.size() + " rules have the name '" + reference.text() + "'; use the id");
            }
            node.inputs.add(chosen.size() == 1 ? Optional.of(chosen.getFirst()) : Optional.empty());
        }
    }

    /// Whether nothing keeps the correlation from running; all that it refers to was looked at before.
    private static boolean isGood(CorrelationNode node) {
        boolean good = true;
        for (int i = 0; i < node.inputs.size(); i++) {
            boolean runs = node.inputs.get(i).isPresent()
                    && switch (node.inputs.get(i).get()) {
                        case Target.Runs rule -> true;
                        case Target.CannotRun faulty -> false;
                        case Target.Other other -> other.node().index >= 0;
                    };
            if (node.inputs.get(i).isPresent() && !runs) {
                Reference reference = node.document.rules().get(i);
                node.tell(
                        ProblemCode.RULE_CANNOT_RUN,
                        reference,
                        "the rule '" + reference.text() + "' cannot run itself");
            }
            good &= runs;
        }
        if (node.level > MAX_LEVELS) {
            node.problems.add(
                    ProblemCode.LIMIT_EXCEEDED,
                    node.document.place(),
                    "correlations refer to correlations over more than " + MAX_LEVELS + " levels");
            good = false;
        }
        return good;
    }

    private static Linked finish(List<CorrelationNode> good) {
        var feeding = new HashSet<String>();
        var generated = new HashSet<Target>();
        var fed = new HashSet<Target>();
        for (CorrelationNode node : good) {
            for (Optional<Target> input : node.inputs) {
                input.ifPresent(fed::add);
                input.filter(i -> node.document.generate()).ifPresent(generated::add);
                if (input.orElse(null) instanceof Target.Runs rule) {
                    feeding.add(rule.ruleId());
                }
            }
        }
        var silent = new HashSet<String>();
        var silentNodes = new HashSet<CorrelationNode>();
        fed.removeAll(generated);
        for (Target target : fed) {
            switch (target) {
                case Target.Runs rule -> silent.add(rule.ruleId());
                case Target.Other other -> silentNodes.add(other.node());
                case Target.CannotRun faulty -> {}
            }
        }
        List<Correlation> correlations = good.stream()
                .map(node -> correlation(node, !silentNodes.contains(node)))
                .toList();
        return new Linked(correlations, feeding, silent);
    }

    private static Correlation correlation(CorrelationNode node, boolean reported) {
        CorrelationDocument document = node.document;
        var inputs = new ArrayList<Correlation.Input>();
        for (int i = 0; i < node.inputs.size(); i++) {
            Map<String, String> aliases =
                    aliases(document, document.rules().get(i).text());
            inputs.add(
                    switch (node.inputs.get(i).orElseThrow()) {
                        case Target.Runs rule ->
                            new Correlation.Input(new Correlation.Source.Events(), rule.ruleId(), aliases);
                        case Target.Other other ->
                            new Correlation.Input(
                                    new Correlation.Source.Matches(other.node().index),
                                    other.node().about.id(),
                                    aliases);
                        case Target.CannotRun faulty -> throw new IllegalStateException("a good node with a bad input");
                    });
        }
        List<String> names = document.rules().stream().map(Reference::text).toList();
        return new Correlation(
                node.about,
                document.type(),
                inputs,
                document.groupBy(),
                document.timespan(),
                document.condition()
                        .orElseGet(() ->
                                CorrelationCondition.atLeast(document.rules().size())),
                document.overRules().map(over -> InputCondition.of(over.condition(), names)),
                reported,
                node.file);
    }

    private static Map<String, String> aliases(CorrelationDocument document, String rule) {
        var fields = new HashMap<String, String>();
        document.aliases().forEach((alias, perRule) -> {
            String field = perRule.get(rule);
            if (field != null) {
                fields.put(alias, field);
            }
        });
        return fields;
    }
}
