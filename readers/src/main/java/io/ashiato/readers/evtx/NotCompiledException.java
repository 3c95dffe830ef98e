package io.ashiato.readers.evtx;

/// Thrown where a template is not of a form that is compiled; its records are then left to the plain reader.
final class NotCompiledException extends Exception {
    private static final long serialVersionUID = 1;

    NotCompiledException() {
        super(null, null, false, false); // a jump, not a report
    }
}
