package io.ashiato.intake;

/// How much may still be unpacked out of one file: what bounds an archive of archives of archives, each
/// of which alone looks harmless.
final class UnpackBudget {
    private final long limit;
    private long spent;

    /// @param packedBytes size of the file that everything is unpacked from
    UnpackBudget(IntakeLimits limits, long packedBytes) {
        long byRatio = packedBytes > Long.MAX_VALUE / limits.ratio() ? Long.MAX_VALUE : packedBytes * limits.ratio();
        // Nested archives count once for each level.
        limit = Math.min(limits.unpackedBytes(), Math.max(limits.ratioFreeBytes() * limits.archiveDepth(), byRatio));
    }

    /// Whether `bytes` more are within the limit; if so they are spent.
    boolean spend(long bytes) {
        if (spent > limit - bytes) {
            return false;
        }
        spent += bytes;
        return true;
    }

    long spent() {
        return spent;
    }
}
