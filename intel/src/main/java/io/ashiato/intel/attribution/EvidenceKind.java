package io.ashiato.intel.attribution;

/// What a feature rests on. Two kinds can fail or be forged independently of each other; two features of one
/// kind cannot.
public enum EvidenceKind {
    /// What the intruder did. Shared by many, copied from reports.
    TECHNIQUES,
    /// Malware. See `BehaviourModel` for which of it speaks for an actor.
    MALWARE,
    /// Programs that anybody can have.
    TOOLS,
    /// Whom it hit.
    VICTIMS,
    /// When it happened, and how much is known of the actor at all: no evidence of who it was.
    CIRCUMSTANCES
}
