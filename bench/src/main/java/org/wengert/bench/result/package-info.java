/** What a benchmark run found out, as data: written to a file, drawn, and compared with another run. */
@NullMarked
package org.wengert.bench.result;

import org.jspecify.annotations.NullMarked;
