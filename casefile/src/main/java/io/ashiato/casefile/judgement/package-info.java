/// From a case to what `intel` judges by: the evidence of a case as traits, techniques and contradictions. Judges
/// nothing itself.
@org.jspecify.annotations.NullMarked
package io.ashiato.casefile.judgement;
