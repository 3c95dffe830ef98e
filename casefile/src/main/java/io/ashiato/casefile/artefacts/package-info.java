/// What is no log: artefacts with their ids and parents, and what follows from them for the case: delivery
/// chains, traits, indicators, likeness of programs. Reads no files: readers were there before. Depends on
/// `pipeline` for what it is handed.
@org.jspecify.annotations.NullMarked
package io.ashiato.casefile.artefacts;
