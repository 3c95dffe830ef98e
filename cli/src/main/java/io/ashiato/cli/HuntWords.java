package io.ashiato.cli;

import java.util.List;

/// What `ashiato hunt` says at its end, besides what all commands say. Names of channels come made visible.
interface HuntWords {
    /// Events by channel.
    ///
    /// @param named the channels to name
    /// @param others all other channels
    String channels(List<NamedCount> named, List<NamedCount> others);

    /// The head of a list of all channels.
    String allChannels();

    /// @param leftOut by options
    String rulesLoaded(long loaded, long leftOut, long notRun);

    /// Rules that had no event to look at, by their log source.
    ///
    /// @param named the log sources to name
    /// @param others all other log sources
    String silent(List<NamedCount> named, List<NamedCount> others);

    /// The head of a list of all log sources without an event.
    String allSilent(long rules);

    String outsideWindow(long events);

    /// How to see what the summary only counts.
    String more();
}
