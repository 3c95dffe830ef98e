/// What was hidden: records that show tampering with logs, clocks or defences, what is missing between records,
/// and one verdict for each host. Looks at every event, whatever the rules are, so that no choice of rules can
/// hide it. Never judges who did it.
@org.jspecify.annotations.NullMarked
package io.ashiato.casefile.tampering;
