package io.ashiato.intel.attribution;

/// A relation or a piece of context of one source, with where it is written.
///
/// @param target place in the vocabulary that the kind of fact is about
/// @param citations places of citations
/// @param releases for each citation the first release of ATT&CK that had this fact from it
@SuppressWarnings("ArrayRecordComponent") // never compared; lists would double the memory
record CitedFact(int target, int[] citations, double[] releases) {}
