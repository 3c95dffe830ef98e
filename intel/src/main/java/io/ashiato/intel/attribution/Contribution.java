package io.ashiato.intel.attribution;

import java.util.List;

/// What one feature did for one candidate.
///
/// @param feature in which way he is alike
/// @param value how much
/// @param moved what that adds to the logarithm of his odds against an average actor of the view; below 0 it
/// speaks against him
/// @param items the techniques, software, victims or years that it rests on, the rarest first, at most a
///     handful
public record Contribution(Feature feature, double value, double moved, List<String> items) {
    public Contribution {
        items = List.copyOf(items);
    }
}
