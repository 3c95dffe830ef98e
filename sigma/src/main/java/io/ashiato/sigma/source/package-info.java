/// Log sources: which Windows events a rule's `logsource` means, and what its fields are called there.
///
/// The mapping is data (`logsources.yml` beside this package's classes); the code only reads and
/// applies it. A record's own channel counts, never a file name. Depends on `syntax`, `rule` and the
/// YAML parser.
@org.jspecify.annotations.NullMarked
package io.ashiato.sigma.source;
