package io.ashiato.intake.archive;

/// What one archive may cost before its members are unpacked.
///
/// @param members listed at most
/// @param nameBytes of one name in the archive; the rest is cut off
/// @param namesBytes of all names of one archive together; the list of members is kept in memory
/// @param decoderMemoryKiB for dictionaries and tables of one decoder
public record ArchiveLimits(int members, int nameBytes, long namesBytes, int decoderMemoryKiB) {}
