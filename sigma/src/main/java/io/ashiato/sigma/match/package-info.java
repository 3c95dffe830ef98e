/// Many rules on one event at once.
///
/// 1. Every rule becomes one *variant* for each log that tells of its source, with that log's field names.
/// 2. Equal predicates of all variants become one *check*. Checks that are literal texts (most of them)
///    go into one index per field: a value is read once, and all literals in it come out ([FieldIndex]). Keywords,
///    which may lie in any field, have an index for each set of them that a plan asks for ([KeywordIndex]).
/// 3. Each variant names *triggers*: indexed checks of which at least one has to hold if the variant does.
///    An event wakes only the variants whose triggers it hit; those without triggers run always.
/// 4. A *plan* for each channel and event id says which variants may match at all, so that fields that
///    none of them asks for are not even looked at.
/// 5. Whatever is not a literal (regular expressions, networks, numbers) is asked when a woken variant
///    comes to it, and remembered for the event.
/// 6. Values are those of a [io.ashiato.model.RecordView]: they become text only here, and what was found in one is
///    remembered by its bytes ([ValueCache]).
///
/// `RuleCompiler` makes `RuleTables` of the rules, numbers and texts that can be kept between runs, and `CompiledRules`
/// runs these. `CompiledRules` is shared, and does not change but for indexes that are made when first used; an
/// `Evaluation`
/// belongs to one thread. The plain tree walk that
/// judges all this lives in the tests. Depends on `rule`, `source` and the model.
@org.jspecify.annotations.NullMarked
package io.ashiato.sigma.match;
