/** Runs suites of benchmarks: which rows there are, in forked JVMs one after another, and what the numbers say. */
@NullMarked
package org.wengert.bench.run;

import org.jspecify.annotations.NullMarked;
