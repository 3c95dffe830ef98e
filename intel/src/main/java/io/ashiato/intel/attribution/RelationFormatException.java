package io.ashiato.intel.attribution;

/// A knowledge base, question or model that cannot be read: not JSON, too large, or not of the documented
/// shape. The message says where and what would be valid.
public final class RelationFormatException extends Exception {
    private static final long serialVersionUID = 1;

    public RelationFormatException(String message) {
        super(message);
    }

    public RelationFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
