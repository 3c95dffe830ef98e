package io.ashiato.publish.figure;

import io.ashiato.model.RuleInfo;
import io.ashiato.model.Tactic;
import io.ashiato.publish.document.Drawing.Paint;
import io.ashiato.publish.document.Drawing.Shape;
import io.ashiato.publish.language.Label;
import io.ashiato.publish.report.ReportModel;
import java.util.List;
import java.util.Set;

/// The shapes of marks. Meaning is in the shape; colour only repeats it.
enum Glyph {
    EXECUTION(Label.LEGEND_EXECUTION),
    PERSISTENCE(Label.LEGEND_PERSISTENCE),
    CREDENTIAL(Label.LEGEND_CREDENTIAL),
    CONTROL(Label.LEGEND_CONTROL),
    OTHER(Label.LEGEND_OTHER),
    TAMPERING(Label.LEGEND_TAMPERING);

    private final Label label;

    Glyph(Label label) {
        this.label = label;
    }

    Label label() {
        return label;
    }

    /// The shape of a rule's most telling tactic.
    static Glyph of(RuleInfo rule) {
        Set<Tactic> tactics = ReportModel.tactics(rule);
        if (tactics.contains(Tactic.CREDENTIAL_ACCESS)) {
            return CREDENTIAL;
        }
        if (tactics.contains(Tactic.COMMAND_AND_CONTROL) || tactics.contains(Tactic.EXFILTRATION)) {
            return CONTROL;
        }
        if (tactics.contains(Tactic.PERSISTENCE) || tactics.contains(Tactic.PRIVILEGE_ESCALATION)) {
            return PERSISTENCE;
        }
        return tactics.contains(Tactic.EXECUTION) ? EXECUTION : OTHER;
    }

    /// The shape about a point, 5 units in each direction.
    List<Shape> at(double x, double y) {
        return switch (this) {
            case EXECUTION -> List.of(new Shape.Circle(x, y, 4.5, Paint.MARK));
            case PERSISTENCE -> List.of(new Shape.Box(x - 4.2, y - 4.2, 8.4, 8.4, 0, Paint.MARK));
            case CREDENTIAL ->
                List.of(new Shape.Path(List.of(x, y - 5.4, x + 5.2, y + 4.2, x - 5.2, y + 4.2), true, Paint.MARK));
            case CONTROL ->
                List.of(new Shape.Path(List.of(x, y - 5.8, x + 5.8, y, x, y + 5.8, x - 5.8, y), true, Paint.MARK));
            case OTHER -> List.of(new Shape.Circle(x, y, 3.4, Paint.MARK_OPEN));
            case TAMPERING ->
                List.of(
                        new Shape.Box(x - 8, y - 8, 16, 16, 2, Paint.TAMPERING),
                        new Shape.Path(List.of(x - 4, y - 4, x + 4, y + 4), false, Paint.TAMPERING_CROSS),
                        new Shape.Path(List.of(x - 4, y + 4, x + 4, y - 4), false, Paint.TAMPERING_CROSS));
        };
    }
}
