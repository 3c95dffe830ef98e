/// Why a rule matches an event, or does not: the rule's tree evaluated part by part, with the values that
/// each test was given.
///
/// The plain way through a rule, without an index and without stopping early; for one event and a person
/// who asks, not for logs. Says the same as `match`, which tests hold together. Depends on `rule`,
/// `source`, `match`.
@org.jspecify.annotations.NullMarked
package io.ashiato.sigma.explain;
