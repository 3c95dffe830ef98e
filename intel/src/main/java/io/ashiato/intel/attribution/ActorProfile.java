package io.ashiato.intel.attribution;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// What a view still knows of an actor: his own facts, and behind them those of software that few others use.
///
/// @param own what is said of the actor himself
/// @param techniques own ones and those of his software, ascending
/// @param weights for each of `techniques`, 1 for an own one, less for one of software: half, shared by all
/// its users
/// @param reportCounts for each of `techniques`, in how many of `reports` it stands
/// @param parents without sub-technique, ascending
/// @param reports what each citation says of him; including citations on software with few users
/// @param years in which these citations were published
@SuppressWarnings("ArrayRecordComponent") // never compared; lists would double the memory
record ActorProfile(
        Own own,
        int[] techniques,
        double[] weights,
        int[] reportCounts,
        int[] parents,
        List<Report> reports,
        int[] years) {
    /// What one citation says.
    ///
    /// @param techniques ascending, at least one
    /// @param software ascending
    @SuppressWarnings("ArrayRecordComponent") // never compared; lists would double the memory
    record Report(int[] techniques, int[] software) {}

    /// What is said of an actor himself.
    ///
    /// @param actor place in the base
    /// @param techniques ascending
    /// @param software ascending
    /// @param softwareCitations for each of `software`, how many citations say that he uses it
    /// @param reports by citation, the techniques that it says of him; empty where it says only software
    /// @param softwareReports by citation, the software that it says of him
    /// @param victims countries and sectors
    @SuppressWarnings("ArrayRecordComponent") // never compared; lists would double the memory
    record Own(
            int actor,
            int[] techniques,
            int[] software,
            int[] softwareCitations,
            Map<Integer, BitSet> reports,
            Map<Integer, BitSet> softwareReports,
            BitSet victims) {
        boolean uses(int piece) {
            return java.util.Arrays.binarySearch(software, piece) >= 0;
        }

        /// How many citations say that he uses that software.
        int citations(int piece) {
            int place = java.util.Arrays.binarySearch(software, piece);
            return place < 0 ? 0 : softwareCitations[place];
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
