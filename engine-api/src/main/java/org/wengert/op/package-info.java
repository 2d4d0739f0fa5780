/**
 * Every operation that can be differentiated, each stated once: {@link org.wengert.op.Unary} and
 * {@link org.wengert.op.Binary} carry formula and partial derivatives as data, {@link org.wengert.op.Structural}
 * carries a rule for the shape of the result.
 */
@NullMarked
package org.wengert.op;

import org.jspecify.annotations.NullMarked;
