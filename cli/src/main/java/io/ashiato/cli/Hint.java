package io.ashiato.cli;

/// An option of `dump` that tells more of what was just told.
enum Hint {
    /// `--stats`: what does not fit, and what ids and times there are.
    STATISTICS,

    /// `--recover`: records that are no longer listed.
    RECOVER,

    /// `--carve`: records in files that are no logs.
    CARVE
}
