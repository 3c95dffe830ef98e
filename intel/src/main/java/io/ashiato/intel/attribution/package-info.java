/// Who behaves like this? A knowledge base of cited relations, narrowed to what may be known for a case, and
/// a model of behaviour that ranks its actors by likeness to what was observed, gives each a probability, and
/// names one of them or none.
///
/// `RelationBase` is read once and narrowed by `Narrowing` to a `RelationView`; `BehaviourModel` compares an
/// `ObservedBehaviour` with every actor of the view (`Feature`), ranks them by a conditional logit, and asks
/// two models of boosted trees whether the first one is right (`NamingFeature`) or planted.
/// `io.ashiato.intel.attribution.training` fits it.
///
/// Refuses: names without two kinds of evidence, opinions on infrastructure or code (it sees none), anything
/// not cited. Depends on nothing but Jackson; reads no file but its own resource, keeps no state, uses no
/// clock.
@org.jspecify.annotations.NullMarked
package io.ashiato.intel.attribution;
