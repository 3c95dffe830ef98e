/// The Sigma rule language, version 2.1, detection part: rules in, matches on events out.
///
/// A rule passes four stages, each a package: text to documents (`syntax`), documents to checked rules
/// (`rule`) with the Windows events they mean (`source`), rules to shared tables that match (`match`).
/// Why a rule matches an event or does not is told by a package beside them (`explain`).
/// Correlations and filters are recognised and reported as not run. Reads no files, knows no clock, starts
/// no threads: rule texts are handed in, events too.
@org.jspecify.annotations.NullMarked
package io.ashiato.sigma;
