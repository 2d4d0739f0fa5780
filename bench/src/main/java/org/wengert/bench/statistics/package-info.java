/** What measurements that scatter allow to be said. */
@NullMarked
package org.wengert.bench.statistics;

import org.jspecify.annotations.NullMarked;
