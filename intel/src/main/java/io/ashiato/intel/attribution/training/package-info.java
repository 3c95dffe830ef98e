/// Fits the weights of a behaviour model to cases with known answers, and predicts cases that it was not
/// fitted to.
///
/// Weights and trees are fitted to the cases given to `BehaviourTrainer` alone, its naming models to rankings
/// of cases that the ranker was not fitted to. `CrossValidation` keeps the reports of an actor in one fold.
///
/// Deterministic: no random numbers, no threads. Reads no files; `bench/` holds the commands. Depends on
/// `attribution`.
@org.jspecify.annotations.NullMarked
package io.ashiato.intel.attribution.training;
