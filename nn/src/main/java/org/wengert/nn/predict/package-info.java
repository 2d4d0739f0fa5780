/** Trained models answering: single samples and batches, from many threads. */
@NullMarked
package org.wengert.nn.predict;

import org.jspecify.annotations.NullMarked;
