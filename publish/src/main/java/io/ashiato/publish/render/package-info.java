/// Turns a document into HTML or Markdown.
///
/// The only places where text becomes markup: one escaping function for each format, through which
/// every run goes, ours and hostile alike. Knows no language and nothing of incidents. Depends on the document.
@org.jspecify.annotations.NullMarked
package io.ashiato.publish.render;
