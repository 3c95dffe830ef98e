/// Benchmarks of the pieces, run by `bench/jmh.sh`. Nothing depends on them and they are not shipped.
@NullMarked
package io.ashiato.bench;

import org.jspecify.annotations.NullMarked;
