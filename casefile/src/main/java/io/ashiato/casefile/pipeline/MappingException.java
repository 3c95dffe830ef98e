package io.ashiato.casefile.pipeline;

/// A description of a log that cannot be followed.
public final class MappingException extends Exception {
    private static final long serialVersionUID = 1;

    private final String key;

    /// @param key that is missing or wrong, `""` where the text as a whole is
    MappingException(String key, String reason) {
        super(reason);
        this.key = key;
    }

    /// The key that is missing or wrong, `""` where the text as a whole is.
    public String key() {
        return key;
    }
}
