/// Exports for other programs: STIX 2.1, a MISP event, an ATT&CK Navigator layer, indicators as CSV.
///
/// Values are live here, not defanged, except where a column says so. Identifiers are derived from
/// what they name, so the same case gives the same file. Depends on the report model, the language, the
/// composed report, its Markdown, and on what makes hidden characters visible.
@org.jspecify.annotations.NullMarked
package io.ashiato.publish.export;
