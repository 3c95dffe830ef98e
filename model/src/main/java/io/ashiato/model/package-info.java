/// The vocabulary of Ashiato: what evidence, events, detections, findings and a case are.
///
/// Immutable facts only. Nothing here reads a file, knows a format, or has words for people:
/// sentences in both languages are made where they are shown, from the values of this package.
/// Depends on nothing.
@org.jspecify.annotations.NullMarked
package io.ashiato.model;
