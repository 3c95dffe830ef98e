package io.ashiato.readers.evtx;

/// What a crafted log can make this package spend. Real records stay far below: in the public
/// corpora the largest tree has a few hundred elements, and a chunk unfolds to under 1 MiB of text.
final class Limits {
    /// Open elements and nested values, one inside the other. Real records nest a dozen deep; 512
    /// keeps the recursion within the smallest thread stack in use.
    static final int DEPTH = 512;

    /// Elements, attributes and values put together for one record. A record of 64 KiB cannot hold
    /// 20,000, but templates multiply.
    static final int RECORD_NODES = 1 << 18;

    /// Characters that one record may unfold to: a value used a thousand times counts as often.
    static final long RECORD_CHARACTERS = 16L << 20;

    /// Nodes of all records of a chunk together, since a chunk is held as a whole. Behind that, only
    /// small records are read.
    static final int CHUNK_NODES = 1 << 19;

    /// Characters of all the large records of a chunk together, since each is written out.
    static final long CHUNK_CHARACTERS = 64L << 20;

    /// A record up to these two sizes is small: it is read whatever its neighbours cost.
    static final int SMALL_RECORD_NODES = 1 << 8;

    static final long SMALL_RECORD_CHARACTERS = 1L << 18;

    /// Nodes of the template definitions kept for a chunk; more are read again for each use.
    static final int KEPT_TEMPLATE_NODES = 1 << 18;

    /// Characters of a name. Windows' own have a few dozen; a name may be used thousands of times.
    static final int NAME_CHARACTERS = 1024;

    /// Characters of the names kept for a chunk; more are read again for each use.
    static final int KEPT_NAME_CHARACTERS = 1 << 18;

    /// Damage kept for one chunk: crafted values can each be damaged.
    static final int CHUNK_DAMAGE = 2_000;

    private Limits() {}
}
