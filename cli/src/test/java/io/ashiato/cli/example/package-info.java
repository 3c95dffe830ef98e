/// The examples in `examples`: stories that write the files, and tests that they did.
///
/// Each example is a package of its own (`firstlook`, `adminday`, `copycat`) that tells a story on hosts
/// (`host`) and writes what else is evidence with the writers in the tests of `readers`. Here is what they
/// share: invented reports for knowledge files, settings, zips whose bytes are the same everywhere.
///
/// All is invented: hosts, people, times, hashes, reports, addresses (documentation ranges only). Refuses
/// clocks and unseeded chance: the same code gives the same bytes.
@NullMarked
package io.ashiato.cli.example;

import org.jspecify.annotations.NullMarked;
