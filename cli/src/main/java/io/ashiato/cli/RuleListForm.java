package io.ashiato.cli;

import io.ashiato.bytes.JsonText;
import io.ashiato.model.RuleInfo;
import io.ashiato.model.RuleProblem;
import io.ashiato.publish.render.Visible;
import io.ashiato.sigma.CompiledRule;
import io.ashiato.sigma.RefusedRule;
import io.ashiato.sigma.syntax.RuleStatus;
import java.util.List;

/// How a list of rules is written.
sealed interface RuleListForm {
    String line(RulesListCommand.Row row);

    /// In columns: level, status, title, author, log source, whether it runs; in wide ones the id too.
    record Table(Terminal terminal, RuleWords words) implements RuleListForm {
        private static final int LEVEL = 14;
        private static final int STATUS = 13;
        private static final int TITLE = 50;
        private static final int AUTHOR = 22;
        private static final int SOURCE = 34;

        /// A UUID and two blanks.
        private static final int ID = 38;

        private static final int WIDE_FROM = 140;
        private static final int NARROW_TITLE = 30;
        private static final int NARROW_AUTHOR = 13;

        @Override
        public String line(RulesListCommand.Row row) {
            CompiledRule rule = row.rule();
            RuleInfo about = rule.about();
            boolean wide = terminal.columns() == 0 || terminal.columns() >= WIDE_FROM;
            String author = about.author().map(DetectionTable::firstAuthor).orElse("");
            String line = DetectionTable.cell(about.level().id(), LEVEL)
                    + DetectionTable.cell(rule.status().map(RuleStatus::id).orElse("-"), STATUS)
                    + (wide ? DetectionTable.cell(about.id(), ID) : "")
                    + DetectionTable.cell(about.title(), wide ? TITLE : NARROW_TITLE)
                    + DetectionTable.cell(author, wide ? AUTHOR : NARROW_AUTHOR)
                    + DetectionTable.cell(rule.source(), SOURCE)
                    + state(row);
            return terminal.columns() > 0 ? DisplayWidth.cut(line, terminal.columns()) : line;
        }

        private String state(RulesListCommand.Row row) {
            return row.refusal()
                    .flatMap(refused -> refused.problems().stream().findFirst())
                    .map(problem -> Visible.of(problem.code() + " " + problem.reason()))
                    .orElseGet(words::runs);
        }
    }

    /// One JSON object a rule. Keys without a value are left out.
    record JsonLines() implements RuleListForm {
        @Override
        public String line(RulesListCommand.Row row) {
            CompiledRule rule = row.rule();
            RuleInfo about = rule.about();
            var out = new StringBuilder("{");
            text(out, "id", about.id());
            text(out, "title", about.title());
            text(out, "level", about.level().id());
            rule.status().ifPresent(status -> text(out, "status", status.id()));
            about.author().ifPresent(author -> text(out, "author", author));
            texts(out, "tags", rule.tags());
            text(out, "log_source", rule.source());
            text(out, "file", rule.file());
            name(out, "runs");
            out.append(row.runs());
            if (!row.runs()) {
                name(out, "problems");
                problems(out, row.refusal().map(RefusedRule::problems).orElse(List.of()));
            }
            return out.append('}').toString();
        }

        /// None for a rule whose events are not read here.
        private static void problems(StringBuilder out, List<RuleProblem> problems) {
            out.append('[');
            for (int i = 0; i < problems.size(); i++) {
                RuleProblem problem = problems.get(i);
                out.append(i > 0 ? ",{" : "{");
                text(out, "code", problem.code());
                name(out, "line");
                out.append(problem.line());
                name(out, "column");
                out.append(problem.column());
                text(out, "reason", problem.reason());
                out.append('}');
            }
            out.append(']');
        }

        private static void texts(StringBuilder out, String name, List<String> texts) {
            name(out, name);
            out.append('[');
            for (int i = 0; i < texts.size(); i++) {
                out.append(i > 0 ? "," : "");
                JsonText.quote(out, texts.get(i));
            }
            out.append(']');
        }

        private static void text(StringBuilder out, String name, String value) {
            if (!value.isEmpty()) {
                name(out, name);
                JsonText.quote(out, value);
            }
        }

        private static void name(StringBuilder out, String name) {
            out.append(out.charAt(out.length() - 1) == '{' ? "" : ",");
            JsonText.quote(out, name);
            out.append(':');
        }
    }
}
