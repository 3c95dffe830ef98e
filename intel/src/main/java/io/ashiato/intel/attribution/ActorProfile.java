package io.ashiato.intel.attribution;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// What a view still knows of an actor: his own facts, and behind them those of software that few others use.
///
/// @param own what is said of the actor himself
/// @param techniques own ones and those of his software, ascending
/// @param weights for each of `techniques`, 1 for an own one, less for one of software: half, shared by all its users
/// @param reportCounts for each of `techniques`, in how many of `reports` it stands
/// @param parents without sub-technique, ascending
/// @param reports for each citation with any technique, these; including citations on software with few users
/// @param years in which these citations were published
record ActorProfile(
        Own own,
        int[] techniques,
        double[] weights,
        int[] reportCounts,
        int[] parents,
        List<int[]> reports,
        int[] years) {
    /// What is said of an actor himself.
    ///
    /// @param actor place in the base
    /// @param techniques ascending
    /// @param software ascending
    /// @param reports by citation, the techniques that it says of him; empty where it says only software
    /// @param victims countries and sectors
    record Own(int actor, int[] techniques, int[] software, Map<Integer, BitSet> reports, BitSet victims) {
        boolean uses(int piece) {
            return java.util.Arrays.binarySearch(software, piece) >= 0;
        }

        /// How many relations are known.
        int relations() {
            return techniques.length + software.length;
        }
    }

    int actor() {
        return own.actor();
    }
}
