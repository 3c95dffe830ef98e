package io.ashiato.intel.knowledge;

import io.ashiato.intel.JsonProblem;
import tools.jackson.core.JacksonException;

/// Text that is no knowledge file, or none of a version that is read here. The message names the field and
/// what is wrong with it, in English.
public final class KnowledgeFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    /// The text at fault may be as long as the file.
    private static final int MAX_SHOWN = 300;

    private final String field;
    private final String problem;

    /// @param field path of the field, or name of the file, `""` for the whole
    public KnowledgeFormatException(String field, String problem) {
        this.field = field;
        this.problem = bounded(problem);
    }

    /// Text that is no JSON, or breaks its limits.
    ///
    /// @param field path of the field, or name of the file, `""` for the whole
    public static KnowledgeFormatException notJson(String field, JacksonException e) {
        return new KnowledgeFormatException(field, JsonProblem.text(e));
    }

    private static String bounded(String text) {
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
    }

    @Override
    public String getMessage() {
        return field.isEmpty() ? problem : field + ": " + problem;
    }

    /// The path of the field, such as `reports[2].traits[0].kind`; `""` for the whole.
    public String field() {
        return field;
    }

    /// What is wrong with it.
    public String problem() {
        return problem;
    }
}
