/** Optimisers, each one formula written once with operations on values, and the learning rates they go by. */
@NullMarked
package org.wengert.nn.optim;

import org.jspecify.annotations.NullMarked;
