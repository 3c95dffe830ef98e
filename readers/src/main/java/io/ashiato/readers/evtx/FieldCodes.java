package io.ashiato.readers.evtx;

import org.jspecify.annotations.Nullable;

/// Where the fields are in the instances of one template, by where those stand.
///
/// Compiled when first asked for, since most templates stand in one place only. Threads may share it: two of them
/// may compile the same at once, and either outcome is as good.
final class FieldCodes {
    private final TemplateDefinition template;
    private @Nullable FieldCode ofRecord;
    private @Nullable FieldCode ofParts;
    private @Nullable FieldCode ofLeaves;

    FieldCodes(TemplateDefinition template) {
        this.template = template;
    }

    /// Of a record of which this is the outermost template.
    FieldCode ofRecord() {
        FieldCode code = ofRecord;
        if (code == null) {
            code = FieldCompiler.record(template);
            ofRecord = code;
        }
        return code;
    }

    /// Of a fragment that is a part of an event.
    FieldCode ofParts() {
        FieldCode code = ofParts;
        if (code == null) {
            code = FieldCompiler.parts(template);
            ofParts = code;
        }
        return code;
    }

    /// Of a fragment inside a part of an event.
    FieldCode ofLeaves() {
        FieldCode code = ofLeaves;
        if (code == null) {
            code = FieldCompiler.leaves(template);
            ofLeaves = code;
        }
        return code;
    }
}
