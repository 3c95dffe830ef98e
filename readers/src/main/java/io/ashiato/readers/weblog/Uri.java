package io.ashiato.readers.weblog;

import io.ashiato.model.Fields;

/// The address of a request under the names that rules for web servers and proxies use.
final class Uri {
    private Uri() {}

    /// Adds `c-uri`, `cs-uri`, `cs-uri-stem` and `cs-uri-query`.
    ///
    /// Many rules look for a path in `cs-uri-query`, others for parameters alone, so the whole address stands
    /// under that name too.
    static void add(String address, Fields.Builder data) {
        int mark = address.indexOf('?');
        String stem = mark < 0 ? address : address.substring(0, mark);
        data.add("cs-uri-stem", stem);
        addWhole(address, data);
        if (mark >= 0) {
            data.add("cs-uri-query", address.substring(mark + 1));
        }
    }

    /// Adds the whole address where its parts are there already.
    static void addWhole(String address, Fields.Builder data) {
        data.add("c-uri", address);
        data.add("cs-uri", address);
        data.add("cs-uri-query", address);
    }
}
