/// Sigma documents as written: YAML with its places, search items not yet understood, conditions as trees.
///
/// `DocumentReader` tells rules from filters, `RuleCollection` writes old collections out. Knows the outer
/// shape of a document and the grammar of conditions, but no modifier, no log source
/// and no event. Faults become problems with a place; nothing is thrown for what a file contains.
/// Depends on the YAML parser and on the model's `RuleProblem`.
@org.jspecify.annotations.NullMarked
package io.ashiato.sigma.syntax;
