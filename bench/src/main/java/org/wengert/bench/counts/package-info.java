/** What a step costs in counts that are the same on every machine. */
@NullMarked
package org.wengert.bench.counts;

import org.jspecify.annotations.NullMarked;
