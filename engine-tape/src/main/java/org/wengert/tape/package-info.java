/**
 * Reverse-mode differentiation as a Wengert list in primitive arrays. Start with {@link org.wengert.tape.Tape}, the list
 * itself with its two lanes, then {@link org.wengert.tape.Sweep}, which walks it backwards, and
 * {@link org.wengert.tape.Rules}, one forward and one backward for each array operation.
 */
@NullMarked
package org.wengert.tape;

import org.jspecify.annotations.NullMarked;
