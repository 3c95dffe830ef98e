package io.ashiato.intake;

import java.util.List;

/// What a walk did besides handing out items.
///
/// @param items handed out
/// @param unpackedBytes decoded from archives
/// @param repeated files and folders that were given more than once, and read once
/// @param followedLinks arguments that are symbolic links
public record WalkSummary(long items, long unpackedBytes, List<Repeated> repeated, List<FollowedLink> followedLinks) {
    /// @param path left out
    /// @param firstGivenAs the argument that covers it
    public record Repeated(String path, String firstGivenAs) {}

    /// @param target where it led, as a path of this machine
    public record FollowedLink(String path, String target) {}
}
