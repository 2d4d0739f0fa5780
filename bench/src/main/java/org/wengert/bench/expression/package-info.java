/** Expressions as people type them, with the place of a fault in every error. */
@NullMarked
package org.wengert.bench.expression;

import org.jspecify.annotations.NullMarked;
