/** Samples: where they come from (generated, CSV, IDX), how they are divided, scaled and handed out in batches. */
@NullMarked
package org.wengert.nn.data;

import org.jspecify.annotations.NullMarked;
