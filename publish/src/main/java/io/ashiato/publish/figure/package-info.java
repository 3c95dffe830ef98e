/// Lays out the figures: where each mark, band and label goes, so that no label covers another.
///
/// Makes drawings of plain shapes; how they look is the renderer's. The same model gives the same
/// drawing. Depends on the report model, the language, the document, and on what renderers make visible.
@org.jspecify.annotations.NullMarked
package io.ashiato.publish.figure;
