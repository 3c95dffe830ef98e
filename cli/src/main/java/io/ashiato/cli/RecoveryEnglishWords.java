package io.ashiato.cli;

import java.util.Locale;

final class RecoveryEnglishWords implements RecoveryWords {
    @Override
    public String recovered(long whole, long consistent, long partial) {
        long all = whole + consistent + partial;
        return String.format(
                Locale.ROOT,
                "%,d record%s recovered: %,d whole, %,d consistent, %,d partial.",
                all,
                all == 1 ? "" : "s",
                whole,
                consistent,
                partial);
    }

    @Override
    public String exhausted(String path) {
        return path + " holds what looks like records and is made to cost time: not all of it was looked at.";
    }
}
