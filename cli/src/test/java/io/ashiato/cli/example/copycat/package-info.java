/// The example `copycat`: an intruder with public tools (`Intrusion`) who plants traces of somebody else
/// (`FalseFlags`), and the invented report that makes them tempting (`InventedKnowledge`).
@NullMarked
package io.ashiato.cli.example.copycat;

import org.jspecify.annotations.NullMarked;
