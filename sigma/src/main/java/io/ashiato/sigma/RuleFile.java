package io.ashiato.sigma;

/// A file of rules.
///
/// @param name as problems shall name it
public record RuleFile(String name, String text) {}
