/// The Sigma rule language, version 2.1, rules, filters and correlations: documents in, matches on events out.
///
/// A rule passes four stages, each a package: text to documents (`syntax`), documents to checked rules (`rule`)
/// with the events they mean (`source`), rules to shared tables that match (`match`). Filters add their
/// condition to the rules they name (`FilterBinding`); what matched feeds correlations (`correlation`). Why a
/// rule matches an event or does not is told by a package beside them (`explain`); another keeps checked rules
/// as bytes (`store`). Reads no files, knows no clock, starts no threads: rule texts are handed in, events too.
@org.jspecify.annotations.NullMarked
package io.ashiato.sigma;
