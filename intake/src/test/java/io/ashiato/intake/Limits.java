package io.ashiato.intake;

/// Default limits with one of them changed.
final class Limits {
    private Limits() {}

    /// @param name of a component of [IntakeLimits]
    static IntakeLimits with(String name, long value) {
        return with(IntakeLimits.DEFAULT, name, value);
    }

    static IntakeLimits with(IntakeLimits limits, String name, long value) {
        return new IntakeLimits(
                (int) pick("items", name, value, limits.items()),
                pick("pathChars", name, value, limits.pathChars()),
                (int) pick("folderDepth", name, value, limits.folderDepth()),
                (int) pick("archiveDepth", name, value, limits.archiveDepth()),
                (int) pick("passwords", name, value, limits.passwords()),
                pick("fileBytes", name, value, limits.fileBytes()),
                pick("memberBytes", name, value, limits.memberBytes()),
                pick("unpackedBytes", name, value, limits.unpackedBytes()),
                (int) pick("ratio", name, value, limits.ratio()),
                pick("ratioFreeBytes", name, value, limits.ratioFreeBytes()),
                (int) pick("memoryBytes", name, value, limits.memoryBytes()),
                (int) pick("nameChars", name, value, limits.nameChars()),
                (int) pick("decoderMemoryKiB", name, value, limits.decoderMemoryKiB()));
    }

    private static long pick(String component, String name, long value, long otherwise) {
        return component.equals(name) ? value : otherwise;
    }
}
