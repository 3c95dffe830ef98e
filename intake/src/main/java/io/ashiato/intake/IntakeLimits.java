package io.ashiato.intake;

import io.ashiato.intake.archive.ArchiveLimits;

/// How much of hostile evidence is taken in.
///
/// @param items in all; the collection of one host has some hundred thousand files
/// @param pathChars of the paths of all items; they are kept for the manifest
/// @param folderDepth of folders in folders; Windows and Linux paths of usual length end near 200
/// @param archiveDepth of archives, mails and documents in one another; a mailbox in a backup, a forwarded mail in it,
///     its archive, a shortcut in that, the shortcut's command and what this decodes to need seven
/// @param passwords of those that one item names, to be tried on the archives below it
/// @param fileBytes of one file; only a sparse file is larger, and hashing it would not end
/// @param memberBytes that one member unpacks to; the largest usual artefacts, file tables and logs, stay below
/// @param unpackedBytes out of one file that was given or found in a folder, however deep its archives nest
/// @param ratio of unpacked to packed bytes, for a member and for a whole file; text logs reach 30, logs
///     that are mostly zeros 200, zeros alone 1,000 and more
/// @param ratioFreeBytes that unpack at any ratio: small things shrink oddly
/// @param memoryBytes of an unpacked member that stay in memory; what is larger goes to the scratch folder
/// @param nameChars of a name in an archive; the longest that a file system takes is 255 per folder
/// @param decoderMemoryKiB that one decoder may use; the largest usual dictionary has 64 MiB
public record IntakeLimits(
        int items,
        long pathChars,
        int folderDepth,
        int archiveDepth,
        int passwords,
        long fileBytes,
        long memberBytes,
        long unpackedBytes,
        int ratio,
        long ratioFreeBytes,
        int memoryBytes,
        int nameChars,
        int decoderMemoryKiB) {
    private static final long MIB = 1 << 20;
    private static final long GIB = 1 << 30;

    private static final long NAMES_BYTES = 64 * MIB; // a hundred bytes for each of half a million members

    /// For a run on one machine.
    public static final IntakeLimits DEFAULT = new IntakeLimits(
            500_000,
            128 * MIB,
            512,
            8,
            32,
            1024 * GIB,
            8 * GIB,
            256 * GIB,
            250,
            256 * MIB,
            (int) (8 * MIB),
            1024,
            128 * 1024);

    /// UTF-8 takes up to three bytes for a UTF-16 code unit; with four, a name over the limit shows it.
    ArchiveLimits forArchive(int itemsLeft) {
        return new ArchiveLimits(itemsLeft, 4 * nameChars, NAMES_BYTES, decoderMemoryKiB);
    }
}
