/**
 * Random expressions of every operation there is: drawn as data that shrinks, differentiated by an independent library with
 * a bound for every rounding, and written out as programs.
 *
 * <p>Nothing here needs a test framework, so that a program can search for counterexamples too.
 */
@NullMarked
package org.wengert.tck.random;

import org.jspecify.annotations.NullMarked;
