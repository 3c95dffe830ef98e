package io.ashiato.readers.evtx;

/// What a crafted log can make this package spend. Real records stay far below: in the public
/// corpora the largest tree has a few hundred elements, and a chunk unfolds to under 1 MiB of text.
final class Limits {
    /// Open elements and nested values, one inside the other. Real records nest a dozen deep; 512
    /// keeps the recursion within the smallest thread stack in use.
    static final int DEPTH = 512;

    /// Elements made for one record. A record of 64 KiB cannot hold 6,000, but templates multiply.
    static final int RECORD_ELEMENTS = 1 << 18;

    /// Characters that one record may unfold to: a value used a thousand times counts as often.
    static final long RECORD_CHARACTERS = 16L << 20;

    /// Elements of all the large records of a chunk together, since a chunk is held as a whole.
    static final int CHUNK_ELEMENTS = 1 << 20;

    /// Characters of all the large records of a chunk together, since each is written out.
    static final long CHUNK_CHARACTERS = 64L << 20;

    /// A record up to these two sizes is not large: it is read whatever its neighbours cost.
    static final int SMALL_RECORD_ELEMENTS = 1 << 10;

    static final long SMALL_RECORD_CHARACTERS = 1L << 18;

    /// Elements of the template definitions kept for a chunk; more are read again for each use.
    static final int KEPT_TEMPLATE_ELEMENTS = 1 << 18;

    /// Damage kept for one chunk: crafted values can each be damaged.
    static final int CHUNK_DAMAGE = 2_000;

    private Limits() {}
}
