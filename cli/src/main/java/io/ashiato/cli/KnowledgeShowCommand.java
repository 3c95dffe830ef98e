package io.ashiato.cli;

import io.ashiato.intel.knowledge.Knowledge;
import io.ashiato.intel.knowledge.Named;
import io.ashiato.publish.render.Visible;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/// Shows everything that a name may mean.
@CommandLine.Command(
        name = "show",
        description = "Show every actor, campaign or software that a name, id or alias may mean, with who says so.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ashiato knowledge show \"Lazarus Group\"",
            "  ashiato knowledge show G0032 --knowledge-before 2021-05-01",
            "  ashiato knowledge show CryptoCore --lang ja"
        })
final class KnowledgeShowCommand implements Callable<Integer> {
    /// So many names help somebody who mistyped one.
    private static final int NEAREST = 5;

    private final Commands.Shared shared;

    @CommandLine.Parameters(paramLabel = "NAME", description = "A name, id or alias; case does not matter.")
    private String name = "";

    @CommandLine.Mixin
    private KnowledgeOptions knowledgeOptions = new KnowledgeOptions();

    @CommandLine.Mixin
    private RunOptions options = new RunOptions();

    KnowledgeShowCommand(Commands.Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() throws IOException {
        Words words = shared.words();
        options.check(words);
        Knowledge knowledge = knowledgeOptions.load(words).ready();
        List<Named> entries = knowledge.named(name);
        if (entries.isEmpty()) {
            List<String> nearest =
                    knowledge.nearest(name, NEAREST).stream().map(Visible::of).toList();
            throw CommandException.wrongUse(words.knowledge().unknownName(Visible.of(Visible.head(name)), nearest));
        }
        if (entries.size() > 1) {
            shared.terminal().out().println(words.knowledge().ambiguous(Visible.of(name), entries.size()));
        }
        var text = new KnowledgeText(knowledge, words, shared.terminal());
        for (Named entry : entries) {
            if (entries.size() > 1) {
                shared.terminal().out().println();
            }
            text.print(entry);
        }
        shared.terminal().out().flush();
        return ExitCode.DONE;
    }
}
