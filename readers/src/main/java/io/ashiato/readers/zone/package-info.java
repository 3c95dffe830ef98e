/// The mark of the web: `Zone.Identifier` streams, saved as files or taken out of an image.
///
/// [ZoneIdentifierReader] reads the `[ZoneTransfer]` section: from where a file came, and through which
/// page. Only names that Windows and browsers write become facts.
///
/// Format: MS-FSCC 5.6.1; what browsers add is documented by their sources.
///
/// Depends on `model`, `bytes` and the common types of `readers`.
@org.jspecify.annotations.NullMarked
package io.ashiato.readers.zone;
