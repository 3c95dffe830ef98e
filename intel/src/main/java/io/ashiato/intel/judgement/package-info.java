/// Judgement on a whole case: what it shares with published research, who may be behind it, what campaign it
/// belongs to, and what ties cases to each other.
///
/// Takes observations with their references, never raw evidence. Every number that moves a judgement is a piece
/// of evidence that the report shows. Names nobody unless two independent kinds of strong evidence agree;
/// techniques and public tools alone never name anyone. Depends on `knowledge` for what is published and on
/// `attribution` for likeness of behaviour.
@org.jspecify.annotations.NullMarked
package io.ashiato.intel.judgement;
