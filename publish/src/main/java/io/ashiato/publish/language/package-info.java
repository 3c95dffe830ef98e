/// The words of the publications, in English and Japanese: names of things, sentences, dates.
///
/// Each thing that can be said exists once for both languages, so that a missing translation does not
/// compile. The Japanese follows the project's own glossary (plain form, no polite forms). Nothing
/// here knows HTML or Markdown. Depends on the model and on the document.
@org.jspecify.annotations.NullMarked
package io.ashiato.publish.language;
