/** How costs grow with size, from what was measured at several sizes. */
@NullMarked
package org.wengert.bench.growth;

import org.jspecify.annotations.NullMarked;
