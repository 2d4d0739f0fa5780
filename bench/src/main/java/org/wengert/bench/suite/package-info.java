/** Suites of benchmarks. Each first proves that what it is about to time computes the right thing. */
@NullMarked
package org.wengert.bench.suite;

import org.jspecify.annotations.NullMarked;
