package io.ashiato.cli;

import java.util.Locale;

final class RecoveryJapaneseWords implements RecoveryWords {
    @Override
    public String recovered(long whole, long consistent, long partial) {
        return String.format(
                Locale.ROOT,
                "復元したレコードは%,d件です（完全 %,d件、整合 %,d件、部分的 %,d件）。",
                whole + consistent + partial,
                whole,
                consistent,
                partial);
    }

    @Override
    public String exhausted(String path) {
        return path + " には、処理に時間がかかるように作られたレコード状のデータがあり、すべては調べていません。";
    }
}
