package io.ashiato.casefile;

import io.ashiato.model.Diagnostic;
import io.ashiato.model.DiagnosticCode;
import java.util.LinkedHashMap;
import java.util.Map;

/// A file of settings that an analysis followed. It chooses what is evidence and what counts as knowledge, so a case
/// says that it was there, and above all when whoever made the evidence can have written it.
///
/// @param path as the run named it
/// @param sha256 of the file, lower case hex
/// @param amongEvidence whether it lies in a folder that was given as evidence
public record SettingsUsed(String path, String sha256, boolean amongEvidence) {
    /// What the report says of it.
    Diagnostic diagnostic() {
        DiagnosticCode code = amongEvidence ? DiagnosticCode.SETTINGS_AMONG_EVIDENCE : DiagnosticCode.SETTINGS_USED;
        return Diagnostic.of(code, path).with("sha256", sha256);
    }

    /// What the custody log says of it.
    public Map<String, String> custody() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("file", path);
        facts.put("sha256", sha256);
        facts.put("among_evidence", Boolean.toString(amongEvidence));
        return facts;
    }
}
