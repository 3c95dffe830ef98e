package io.ashiato.sigma.syntax;

import java.util.List;

/// What a file of rules holds, each kind in the order of the file.
///
/// @param rules also faulty ones
/// @param filters also faulty ones
public record Documents(List<Document> rules, List<FilterDocument> filters) {
    public Documents {
        rules = List.copyOf(rules);
        filters = List.copyOf(filters);
    }
}
