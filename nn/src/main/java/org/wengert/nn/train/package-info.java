/** The training loop, what watches it, and the evaluation of a model on data. */
@NullMarked
package org.wengert.nn.train;

import org.jspecify.annotations.NullMarked;
