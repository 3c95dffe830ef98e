package io.ashiato.casefile.pipeline;

/// Which events are handed over one by one. All others are counted only, which is much cheaper: they never become
/// objects.
///
/// @param window from which events are wanted
/// @param isMatchedOnly whether only events that some rule matched are wanted
public record EventSelection(EventWindow window, boolean isMatchedOnly) {
    /// Every event.
    public static final EventSelection ALL = new EventSelection(EventWindow.ALL, false);

    /// Events that some rule matched.
    public static EventSelection matchedWithin(EventWindow window) {
        return new EventSelection(window, true);
    }
}
