/// Fits the weights of a behaviour model to cases with known answers, and predicts cases that it was not fitted to.
///
/// Everything that is chosen (weights, trees, the probability from which on names are given) is chosen on the cases given to
/// `BehaviourTrainer` alone: its naming models see rankings of cases that the ranker was not fitted to, and the threshold is
/// set on predictions for cases that neither saw. `CrossValidation` keeps the reports of an actor in one fold.
///
/// Deterministic: no random numbers, no threads. Reads no files; `bench/` holds the commands. Depends on `attribution`.
@org.jspecify.annotations.NullMarked
package io.ashiato.intel.attribution.training;
