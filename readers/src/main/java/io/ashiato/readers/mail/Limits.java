package io.ashiato.readers.mail;

/// How much of one hostile mail is taken. What is over a limit is left out and told as damage.
final class Limits {
    /// Parts of one mail; newsletters have some ten.
    static final int PARTS = 2_000;

    /// Multiparts in multiparts; each level reads through those above it.
    static final int DEPTH = 50;

    /// Header fields of one part, and bytes of one field; the longest usual ones are certificates of 8 KiB.
    static final int FIELDS = 2_000;

    static final int FIELD_BYTES = 1 << 18;

    /// Messages of one mailbox that become items of their own.
    static final int MESSAGES = 100_000;

    /// Text of one mail that is searched for links and passwords, in UTF-16 code units.
    static final int SEARCHED_CHARS = 4 << 20;

    /// Characters of the fact `text`: enough to read what a lure says.
    static final int TEXT_CHARS = 20_000;

    static final int LINKS = 2_000;

    /// Characters of one link; browsers take about as many.
    static final int LINK_CHARS = 8_192;

    static final int PASSWORDS = 16;

    static final int STATIONS = 200;

    private Limits() {}
}
