package io.ashiato.readers.evtx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the wanted fields are in the instances of one template, by where those stand: [FieldCodes] for those who
/// want few fields.
final class FieldPlans {
    private final FieldCodes codes;
    private final List<String> system;
    private final List<String> data;
    private @Nullable FieldPlan ofRecord;
    private @Nullable FieldPlan ofParts;
    private @Nullable FieldPlan ofLeaves;

    /// @param system wanted fields of the envelope, by name
    /// @param data wanted fields of the data, numbered behind those
    FieldPlans(TemplateDefinition template, List<String> system, List<String> data) {
        this.codes = new FieldCodes(template);
        this.system = system;
        this.data = data;
    }

    /// Of a record of which this is the outermost template.
    FieldPlan ofRecord() {
        FieldPlan plan = ofRecord;
        if (plan == null) {
            plan = FieldPlan.of(codes.ofRecord(), system, data);
            ofRecord = plan;
        }
        return plan;
    }

    /// Of a fragment that is a part of an event.
    FieldPlan ofParts() {
        FieldPlan plan = ofParts;
        if (plan == null) {
            plan = FieldPlan.of(codes.ofParts(), system, data);
            ofParts = plan;
        }
        return plan;
    }

    /// Of a fragment inside a part of an event.
    FieldPlan ofLeaves() {
        FieldPlan plan = ofLeaves;
        if (plan == null) {
            plan = FieldPlan.of(codes.ofLeaves(), system, data);
            ofLeaves = plan;
        }
        return plan;
    }
}
