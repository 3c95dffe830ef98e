package io.ashiato.cli;

import io.ashiato.casefile.judgement.CaseEvidenceBuilder;
import io.ashiato.casefile.store.JudgementJson;
import io.ashiato.intel.judgement.CaseJudgement;
import io.ashiato.model.IncidentCase;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Who may be behind a case, or behind observed behaviour, judged by chosen knowledge.
@CommandLine.Command(
        name = "attribute",
        description = {
            "Judge who may be behind a case, or behind observed behaviour alone, by the knowledge that is chosen.",
            "Nobody is named unless two independent kinds of evidence agree."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ashiato attribute my-case",
            "  ashiato attribute my-case --knowledge ours.json --knowledge-before 2020-06-30",
            "  ashiato attribute observed.json --knowledge kb.json.gz --format json"
        })
final class AttributeCommand implements Callable<Integer> {
    private final Commands.Shared shared;

    @CommandLine.Parameters(
            paramLabel = "CASE|OBSERVED.json",
            description = "A case folder, or techniques, software and victims as one JSON object.")
    private String subject = "";

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Settings of the case: whom it hit, and knowledge files.")
    private Optional<String> settingsFile = Optional.empty();

    @CommandLine.Mixin
    private KnowledgeOptions knowledgeOptions = new KnowledgeOptions();

    @CommandLine.Mixin
    private OutputForm form = new OutputForm();

    @CommandLine.Mixin
    private RunOptions options = new RunOptions();

    AttributeCommand(Commands.Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() {
        Words words = shared.words();
        options.check(words);
        boolean json = form.json(words);
        Settings settings = settingsFile
                .map(file -> Settings.read(path(file, words), words))
                .orElse(Settings.NONE);
        if (CaseInput.names(subject)) {
            ofCase(settings, json);
        } else {
            new ObservedAttribution(shared, knowledgeOptions, settings).print(subject, json);
        }
        shared.terminal().out().flush();
        return ExitCode.DONE;
    }

    private void ofCase(Settings settings, boolean json) {
        Words words = shared.words();
        IncidentCase incident = CaseInput.read(subject, words);
        KnowledgeOptions.Loaded loaded = knowledgeOptions.load(settings.knowledge(), words);
        CaseJudgement judgement = CaseJudgement.of(CaseEvidenceBuilder.of(incident, settings.victim()), loaded.ready());
        if (json) {
            shared.terminal().out().print(JudgementJson.of(incident.id(), judgement, loaded.used()));
        } else {
            new JudgementText(shared).print(incident, judgement, loaded.used());
        }
    }

    private static Path path(String given, Words words) {
        try {
            return Path.of(given);
        } catch (InvalidPathException e) {
            throw CommandException.wrongUse(words.noSuchSettings(EvidenceParameters.quoted(given)));
        }
    }
}
