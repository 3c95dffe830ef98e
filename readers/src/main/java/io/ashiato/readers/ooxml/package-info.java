/// Documents of Office 2007 and later (ECMA-376, OPC): what their parts state of author, tools and times, what
/// they would load from elsewhere, and what lies inside them. Text, layout and pictures are not read; nothing is
/// fetched, and macros are taken as text. Uses the ZIP, XML and macro readers of `io.ashiato.readers`.
@org.jspecify.annotations.NullMarked
package io.ashiato.readers.ooxml;
