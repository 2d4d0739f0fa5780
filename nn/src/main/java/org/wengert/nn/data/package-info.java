/**
 * Samples: where they come from (generated, CSV, IDX, in memory or streamed), how tables are made inputs and targets of, and
 * how samples are divided, scaled and handed out in batches.
 */
@NullMarked
package org.wengert.nn.data;

import org.jspecify.annotations.NullMarked;
