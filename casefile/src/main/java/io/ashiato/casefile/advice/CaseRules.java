package io.ashiato.casefile.advice;

import io.ashiato.model.CaseRule;
import io.ashiato.model.DeliveryChain;
import io.ashiato.model.Event;
import io.ashiato.model.Finding;
import io.ashiato.model.Indicator;
import io.ashiato.model.Level;
import io.ashiato.model.Observation;
import io.ashiato.sigma.CompiledRule;
import io.ashiato.sigma.RuleFile;
import io.ashiato.sigma.RuleMatcher;
import io.ashiato.sigma.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Rules made from what a case showed, tried on its flagged events: [#observe] each of them once, then [#finish].
public final class CaseRules {
    /// Values of one rule: more make a list that nobody maintains.
    private static final int MAX_VALUES = 50;

    /// Shorter names stand in innocent paths by chance.
    private static final int MIN_NAME = 6;

    private final String caseId;
    private final Instant date;
    private final List<SigmaDraft> drafts;
    private final RuleMatcher matcher;
    private final Map<String, Long> matches = new HashMap<>();
    private String lastPlace = "";

    /// @param findings final, with ids
    /// @param indicators final, with ids
    public CaseRules(
            String caseId,
            Instant date,
            List<Finding> findings,
            List<Indicator> indicators,
            List<DeliveryChain> chains) {
        this.caseId = caseId;
        this.date = date;
        this.drafts = drafts(findings, indicators, chains).stream()
                .filter(SigmaDraft::hasSelections)
                .toList();
        var files = new ArrayList<RuleFile>();
        for (SigmaDraft draft : drafts) {
            files.add(new RuleFile(file(draft), draft.yaml(caseId, date)));
        }
        this.matcher = RuleSet.compile(files).matcher();
    }

    /// Tries the rules on a flagged event. Detections of one event come one after the other and count once.
    public void observe(Event event) {
        String place = event.source().path() + "#" + event.source().offset();
        if (drafts.isEmpty() || place.equals(lastPlace)) {
            return;
        }
        lastPlace = place;
        for (CompiledRule rule : matcher.match(event)) {
            matches.merge(rule.about().title(), 1L, Long::sum);
        }
    }

    /// The rules that match flagged events of the case.
    public List<CaseRule> finish() {
        var rules = new ArrayList<CaseRule>();
        for (SigmaDraft draft : drafts) {
            long count = matches.getOrDefault(draft.title(), 0L);
            if (count > 0) {
                rules.add(new CaseRule(
                        file(draft),
                        draft.title(),
                        draft.level(),
                        draft.yaml(caseId, date),
                        count,
                        List.copyOf(draft.references())));
            }
        }
        return rules;
    }

    private String file(SigmaDraft draft) {
        return caseId.toLowerCase(Locale.ROOT) + "-" + draft.name() + ".yml";
    }

    private List<SigmaDraft> drafts(List<Finding> findings, List<Indicator> indicators, List<DeliveryChain> chains) {
        var command = new SigmaDraft(
                "address-in-command",
                "Command line names an address of case " + caseId,
                "A process was started with an address that the intruder of this case used.",
                "process_creation",
                Level.HIGH,
                List.of("attack.execution"));
        var name = new SigmaDraft(
                "address-looked-up",
                "Look-up of an address of case " + caseId,
                "A program asked for a name that the intruder of this case used.",
                "dns_query",
                Level.HIGH,
                List.of("attack.command-and-control"));
        var connection = new SigmaDraft(
                "address-contacted",
                "Connection to an address of case " + caseId,
                "A program opened a connection to an address that the intruder of this case used.",
                "network_connection",
                Level.HIGH,
                List.of("attack.command-and-control"));
        var written = new SigmaDraft(
                "file-written",
                "File with a name of case " + caseId + " written",
                "A file was written under a name that a lure or program of this case has.",
                "file_event",
                Level.MEDIUM,
                List.of("attack.execution"));
        var run = new SigmaDraft(
                "program-run",
                "Program of case " + caseId + " run",
                "A program was started that has the digest, or the file name, of one of this case.",
                "process_creation",
                Level.HIGH,
                List.of("attack.execution"));
        for (Indicator indicator : indicators) {
            List<String> from = List.of(indicator.id());
            switch (indicator.kind()) {
                case DOMAIN -> {
                    if (indicator.blockable()) {
                        add(command, "CommandLine|contains", indicator.value(), from);
                        add(name, "QueryName|endswith", indicator.value(), from);
                        add(connection, "DestinationHostname|endswith", indicator.value(), from);
                    }
                }
                case IPV4, IPV6 -> {
                    if (indicator.blockable()) {
                        add(command, "CommandLine|contains", indicator.value(), from);
                        add(connection, "DestinationIp", indicator.value(), from);
                    }
                }
                case SHA256 ->
                    add(run, "Hashes|contains", "SHA256=" + indicator.value().toUpperCase(Locale.ROOT), from);
                case FILE_NAME -> {
                    if (indicator.value().length() >= MIN_NAME
                            && indicator.value().contains(".")) {
                        add(written, "TargetFilename|endswith", "\\" + indicator.value(), from);
                        if (indicator.role() == Indicator.Role.PAYLOAD) {
                            add(run, "Image|endswith", "\\" + indicator.value(), from);
                        }
                    }
                }
                case URL, MD5, SHA1, FILE_PATH, MAIL_ADDRESS, IMPHASH -> {} // covered above, or too weak for a rule
            }
        }
        return List.of(command, name, connection, written, run, registry(findings), shortcut(chains));
    }

    /// Registry values that grave findings set.
    private SigmaDraft registry(List<Finding> findings) {
        var draft = new SigmaDraft(
                "registry-value-set",
                "Registry value of case " + caseId + " set",
                "A registry value was set that the intruder of this case set.",
                "registry_set",
                Level.HIGH,
                List.of("attack.persistence"));
        for (Finding finding : findings) {
            for (Observation observation : finding.observations()) {
                if (finding.level().atLeast(Level.HIGH)
                        && observation.tellingField().equals("TargetObject")
                        && observation.rule().level().atLeast(Level.HIGH)) {
                    add(draft, "TargetObject|endswith", withoutHive(observation.telling()), List.of(finding.id()));
                }
            }
        }
        return draft;
    }

    /// What the shortcuts of the lure run, without the parts that name a user's folder.
    private SigmaDraft shortcut(List<DeliveryChain> chains) {
        var draft = new SigmaDraft(
                "lure-command",
                "Command of a lure of case " + caseId,
                "A process was started with the command that a lure of this case runs.",
                "process_creation",
                Level.HIGH,
                List.of("attack.execution", "attack.t1204.002"));
        for (DeliveryChain chain : chains) {
            for (DeliveryChain.Step step : chain.steps()) {
                if (step.kind() == DeliveryChain.Kind.COMMAND) {
                    arguments(step.label())
                            .forEach(word -> add(
                                    draft,
                                    "CommandLine|contains",
                                    word,
                                    step.artefact().map(List::of).orElse(List.of())));
                }
            }
        }
        return draft;
    }

    /// The one word of a command that says most: an address, or an encoded text.
    private static List<String> arguments(String command) {
        var words = new ArrayList<String>();
        for (String word : command.split("[\\s\"']+")) {
            boolean encoded = word.length() >= 40 && word.matches("[A-Za-z0-9+/=]+");
            if (word.contains("://") || encoded) {
                words.add(encoded ? word.substring(0, 40) : word);
            }
        }
        return words;
    }

    /// Below the hive, since logs write hives in several ways, and without the part that is a user's own.
    private static String withoutHive(String key) {
        int first = key.indexOf('\\');
        String below = first < 0 ? key : key.substring(first);
        int sid = below.indexOf("\\S-1-5-21-");
        int after = sid < 0 ? -1 : below.indexOf('\\', sid + 1);
        return after < 0 ? below : below.substring(after);
    }

    private static void add(SigmaDraft draft, String field, String value, List<String> from) {
        if (draft.selections().getOrDefault(field, Set.of()).size() < MAX_VALUES) {
            draft.add(field, value, from);
        }
    }
}
