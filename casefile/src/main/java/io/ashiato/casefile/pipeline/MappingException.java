package io.ashiato.casefile.pipeline;

/// A description of a log that cannot be followed.
public final class MappingException extends Exception {
    private static final long serialVersionUID = 1;

    private final String key;
    private final String reason;

    /// @param key that is missing or wrong, `""` where the text as a whole is
    MappingException(String key, String reason) {
        super(reason);
        this.key = key;
        this.reason = reason;
    }

    /// What is wrong, in English, with the key in front.
    public String reason() {
        return key.isEmpty() ? reason : key + ": " + reason;
    }
}
