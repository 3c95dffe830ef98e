/// Publishes a case: the report in English and Japanese as HTML and Markdown, and the exports for other
/// programs.
///
/// Pure: the same case gives the same bytes, written to streams that the caller opens. Refuses to name an
/// actor, and to let evidence become markup. Depends on the model.
@org.jspecify.annotations.NullMarked
package io.ashiato.publish;
