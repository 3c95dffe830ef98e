/// Checked rules: what a rule means, without its spelling.
///
/// Modifiers, wildcards, escapes, placeholders and conditions are resolved to trees of predicates over fields
/// under Sigma's names, within a `Budget` for all rules of a set. Says nothing about which events carry those
/// fields (that is `source`) nor how to evaluate many rules at once (that is `match`). Depends on `syntax`,
/// RE2/J and the model.
@org.jspecify.annotations.NullMarked
package io.ashiato.sigma.rule;
