/// Writes the report model as a document in one language: sections, tables, quotes.
///
/// Chooses words and order, never facts: those are in the model. Depends on the report model, the
/// figures, the language and the document; knows no format.
@org.jspecify.annotations.NullMarked
package io.ashiato.publish.compose;
