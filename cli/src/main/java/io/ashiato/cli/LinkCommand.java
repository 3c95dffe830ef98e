package io.ashiato.cli;

import io.ashiato.casefile.judgement.CaseEvidenceBuilder;
import io.ashiato.casefile.store.JudgementJson;
import io.ashiato.casefile.store.JudgementJson.Research;
import io.ashiato.intel.judgement.CaseEvidence;
import io.ashiato.intel.judgement.CaseLinks;
import io.ashiato.intel.judgement.CaseLinks.CaseTraits;
import io.ashiato.intel.judgement.CaseLinks.Link;
import io.ashiato.intel.judgement.Relations;
import io.ashiato.intel.knowledge.Knowledge;
import io.ashiato.publish.render.Visible;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/// What cases share with each other and with published reports.
@CommandLine.Command(
        name = "link",
        description = "Show the rare traits that cases share with each other, and each with published reports.",
        footerHeading = "%nExamples:%n",
        footer = {"  ashiato link case-2019 case-2020", "  ashiato link cases/* --knowledge ours.json --format json"})
final class LinkCommand implements Callable<Integer> {
    private final Commands.Shared shared;

    @CommandLine.Parameters(paramLabel = "CASE", arity = "1..*", description = "Case folders, two or more.")
    private List<String> cases = new ArrayList<>();

    @CommandLine.Mixin
    private KnowledgeOptions knowledgeOptions = new KnowledgeOptions();

    @CommandLine.Mixin
    private OutputForm form = new OutputForm();

    @CommandLine.Mixin
    private RunOptions options = new RunOptions();

    LinkCommand(Commands.Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() {
        Words words = shared.words();
        options.check(words);
        boolean json = form.json(words);
        refuseRepeats(words);
        Knowledge knowledge = knowledgeOptions.load(words).ready();
        var traits = new ArrayList<CaseTraits>();
        var research = new ArrayList<Research>();
        for (String given : cases) {
            CaseEvidence evidence = CaseEvidenceBuilder.of(CaseInput.read(given, words), CaseEvidence.Victim.UNKNOWN);
            traits.add(new CaseTraits(given, evidence.traits()));
            research.add(new Research(given, Relations.of(evidence, knowledge)));
        }
        List<Link> links = CaseLinks.of(traits);
        if (json) {
            shared.terminal().out().print(JudgementJson.of(links, research));
        } else {
            print(links, research);
        }
        shared.terminal().out().flush();
        return ExitCode.DONE;
    }

    /// A case shares everything with itself.
    private void refuseRepeats(Words words) {
        var seen = new HashSet<Path>();
        for (String given : cases) {
            if (CaseInput.names(given)
                    && !seen.add(Path.of(given).toAbsolutePath().normalize())) {
                throw CommandException.wrongUse(words.judgement().sameCase(EvidenceParameters.quoted(given)));
            }
        }
        if (cases.size() < 2) {
            throw CommandException.wrongUse(words.judgement().twoCases());
        }
    }

    private void print(List<Link> links, List<Research> research) {
        PrintWriter out = shared.terminal().out();
        JudgementWords said = shared.words().judgement();
        var text = new JudgementText(shared);
        if (links.isEmpty()) {
            out.println(said.noLinks(cases.size()));
        }
        for (Link link : links) {
            out.println(said.link(Visible.of(link.one()), Visible.of(link.other())));
            text.shared(link.shared());
        }
        for (Research of : research) {
            out.println();
            if (of.relations().isEmpty()) {
                out.println(said.noRelations(Visible.of(of.incident())));
            } else {
                out.println(
                        said.relations(Visible.of(of.incident()), of.relations().size()));
                text.relations(of.relations());
            }
        }
    }
}
