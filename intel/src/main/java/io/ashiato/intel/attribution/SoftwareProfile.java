package io.ashiato.intel.attribution;

import java.util.BitSet;
import java.util.Map;

/// What a view still knows of what a piece of software does.
///
/// @param techniques ascending
/// @param reports by citation, the techniques that it documents
@SuppressWarnings("ArrayRecordComponent") // never compared; lists would double the memory
record SoftwareProfile(int[] techniques, Map<Integer, BitSet> reports) {}
