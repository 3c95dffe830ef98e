package io.ashiato.readers.evtx;

import org.jspecify.annotations.Nullable;

/// How to write the instances of one template as JSON, by where they stand.
///
/// Compiled when first asked for, since most templates stand in one place only. Threads may share it: two of them
/// may compile the same at once, and either outcome is as good.
final class JsonCodes {
    private final TemplateDefinition template;
    private @Nullable JsonCode asRecord;
    private @Nullable JsonCode asMembers;

    JsonCodes(TemplateDefinition template) {
        this.template = template;
    }

    /// Writes a whole record.
    JsonCode asRecord() {
        JsonCode code = asRecord;
        if (code == null) {
            code = JsonCompiler.record(template);
            asRecord = code;
        }
        return code;
    }

    /// Writes the elements as members of an object, each with a comma behind it.
    JsonCode asMembers() {
        JsonCode code = asMembers;
        if (code == null) {
            code = JsonCompiler.members(template);
            asMembers = code;
        }
        return code;
    }
}
