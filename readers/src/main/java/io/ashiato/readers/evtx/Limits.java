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

    /// What all records of a chunk may cost together, in characters that they unfold to, with
    /// [#NODE_COST] for each node: several chunks are held at a time, each as a whole.
    static final long CHUNK_COST = 16L << 20;

    /// Characters that weigh as much as the objects of an element, attribute or value.
    static final int NODE_COST = 32;

    /// What a record may cost for each of its bytes, whatever its neighbours cost. Real ones cost up to
    /// 22; all reserves of a chunk together come to a quarter of [#CHUNK_COST].
    static final int RESERVE_PER_BYTE = 64;

    /// Nodes of the template definitions kept for a chunk; more are read again for each use.
    static final int KEPT_TEMPLATE_NODES = 1 << 18;

    /// Characters of a name. Windows' own have a few dozen; a name may be used thousands of times.
    static final int NAME_CHARACTERS = 1024;

    /// Characters of the names kept for a chunk; more are read again for each use.
    static final int KEPT_NAME_CHARACTERS = 1 << 18;

    /// Flaws of records told for one chunk: crafted values can each have one.
    static final int CHUNK_FLAWS = 2_000;

    /// The longest form that one character of text takes: `\u001f` in JSON and XML. All punctuation
    /// around a value is within that too.
    private static final int ESCAPED = 6;

    /// Bytes of output for each byte of a log, at most, in any form; a record that would exceed it is
    /// damage. Follows from the limits above: what a chunk costs and its reserves, escaped throughout.
    /// Real logs have up to 3 bytes a byte.
    static final int OUTPUT_PER_BYTE = ESCAPED * ((int) (CHUNK_COST / EvtxFile.CHUNK_SIZE) + RESERVE_PER_BYTE);

    private Limits() {}
}
