/// OpenDocument files of LibreOffice and others (ODF 1.3): what they state of their making, where they lead, macros
/// as text, objects inside. Text and layout are not read. Uses the ZIP and XML readers of `io.ashiato.readers`.
@org.jspecify.annotations.NullMarked
package io.ashiato.readers.odf;
