/// The case: from arguments to findings and a folder that holds them.
///
/// [Hunt] and [Analysis] are the two ways in. Both read evidence by `pipeline`; `findings` makes of it what
/// a report needs; `store` keeps it. Knows nothing of reports and their words.
@org.jspecify.annotations.NullMarked
package io.ashiato.casefile;
