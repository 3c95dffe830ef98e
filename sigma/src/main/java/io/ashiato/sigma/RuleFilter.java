package io.ashiato.sigma;

/// A Sigma filter that applies to a rule: its condition was ANDed to the rule's.
///
/// @param id as written, or `""` where it has none
/// @param file as handed in
public record RuleFilter(String id, String title, String file) {}
