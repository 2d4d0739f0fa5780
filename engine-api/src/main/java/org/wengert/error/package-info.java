/** What can go wrong: one unchecked root and a type for each kind of mistake, so that a caller can tell them apart. */
@NullMarked
package org.wengert.error;

import org.jspecify.annotations.NullMarked;
