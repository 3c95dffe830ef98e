package io.ashiato.cli;

import io.ashiato.intel.AttackKnowledge;
import io.ashiato.model.RuleInfo;
import io.ashiato.publish.export.CoverageLayer;
import io.ashiato.publish.render.Visible;
import io.ashiato.sigma.CompiledRule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Writes which techniques rules look for as a layer of the ATT&CK Navigator.
@CommandLine.Command(
        name = "coverage",
        description = "Write an ATT&CK Navigator layer: how many rules look for each technique.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ashiato rules coverage > layer.json",
            "  ashiato rules coverage sigma/rules --level high --name 'SigmaHQ, high' -o high.json"
        })
final class RulesCoverageCommand implements Callable<Integer> {
    private final Commands.Shared shared;

    @CommandLine.Mixin
    private RuleSetParameters parameters = new RuleSetParameters();

    @CommandLine.Mixin
    private RuleChoiceOptions choiceOptions = new RuleChoiceOptions();

    @Option(names = "--name", paramLabel = "NAME", description = "The layer's name (default: Ashiato rules).")
    private String name = "Ashiato rules";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "LAYER.json",
            description = "The file to write, which must not exist (default: standard output).")
    private @Nullable String output;

    @CommandLine.Mixin
    private RunOptions options = new RunOptions();

    RulesCoverageCommand(Commands.Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() throws IOException {
        Words words = shared.words();
        options.check(words);
        RuleChoice choice = choiceOptions.choice(words);
        RuleFolders.Loaded loaded = parameters.folders(shared).compile(choice);
        var techniques = new TreeMap<String, Set<RuleInfo>>();
        AttackKnowledge attack = AttackKnowledge.builtIn();
        var unknown = new TreeSet<String>();
        List<CompiledRule> rules =
                loaded.rules().running().stream().filter(choice).toList();
        long named = rules.stream()
                .filter(rule -> count(rule.about(), attack, techniques, unknown))
                .count();
        write(techniques, words);
        if (!options.quiet()) {
            loaded.idleExclusions(choice, words.rules())
                    .forEach(shared.terminal().err()::println);
            shared.terminal().err().println(words.rules().covered(techniques.size(), named, rules.size() - named));
            if (!unknown.isEmpty()) {
                shared.terminal().err().println(words.rules().unknownTechniques(List.copyOf(unknown)));
            }
        }
        return ExitCode.DONE;
    }

    /// Ids that ATT&CK has replaced count for those that took their place, so that the Navigator finds them.
    ///
    /// @return whether the rule names a technique
    private static boolean count(
            RuleInfo rule, AttackKnowledge attack, Map<String, Set<RuleInfo>> techniques, Set<String> unknown) {
        for (String id : rule.techniques()) {
            Optional<String> current = attack.current(id).map(technique -> technique.id());
            current.ifPresentOrElse(
                    known -> techniques
                            .computeIfAbsent(known, k -> new LinkedHashSet<>())
                            .add(rule),
                    () -> unknown.add(id));
        }
        return !rule.techniques().isEmpty();
    }

    private void write(Map<String, Set<RuleInfo>> techniques, Words words) throws IOException {
        String target = output;
        var json = new ByteArrayOutputStream();
        CoverageLayer.write(name, AttackKnowledge.VERSION, techniques, json);
        if (target == null) {
            var out = new ResultStream(shared.terminal().streams().out());
            out.write(json.toByteArray());
            out.flush();
            return;
        }
        String shown = EvidenceParameters.quoted(target);
        try {
            Files.write(Path.of(target), json.toByteArray(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw CommandException.wrongUse(words.rules().outputExists(shown));
        } catch (InvalidPathException e) {
            throw CommandException.wrongUse(words.rules().cannotWrite(shown, Visible.of(e.getReason())));
        } catch (IOException e) {
            throw CommandException.failed(words.rules().cannotWrite(shown, Visible.of(Reasons.of(e))));
        }
    }
}
