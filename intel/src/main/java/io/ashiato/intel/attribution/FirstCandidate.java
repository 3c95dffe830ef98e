package io.ashiato.intel.attribution;

/// What the naming models say of the actor who is ranked first.
///
/// @param place in the order of the comparison's actors
/// @param right probability that he is right, if nothing was planted
/// @param planted probability that what speaks for him was planted
/// @param twoKinds do two independent kinds of evidence speak for him, one of them more than what many do or
/// anybody can have?
record FirstCandidate(int place, double right, double planted, boolean twoKinds) {
    /// The probability that it was him.
    double probability() {
        return right * (1 - planted);
    }
}
