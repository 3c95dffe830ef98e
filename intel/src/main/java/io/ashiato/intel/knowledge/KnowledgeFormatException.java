package io.ashiato.intel.knowledge;

/// Text that is no knowledge file, or none of a version that is read here. The message names the field and what is wrong
/// with it, in English.
public final class KnowledgeFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    /// The text at fault may be as long as the file.
    private static final int MAX_SHOWN = 300;

    private final String field;
    private final String problem;

    KnowledgeFormatException(String field, String problem) {
        super(field.isEmpty() ? bounded(problem) : field + ": " + bounded(problem));
        this.field = field;
        this.problem = bounded(problem);
    }

    private static String bounded(String text) {
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
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
