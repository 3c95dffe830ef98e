/// The example `first-look`: a published case retold with an invented victim.
///
/// `Intrusion` tells the story, in the parts `Entry`, `Foothold` and `ServerBreakIn`; `ServerDays` and
/// `Routine` what goes on around it; `Lure` is what the victim was sent; `InventedKnowledge` the reports that
/// give it a name. What the reports publish and what the lure holds come from the same constants.
@NullMarked
package io.ashiato.cli.example.firstlook;

import org.jspecify.annotations.NullMarked;
