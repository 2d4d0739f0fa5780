/**
 * For those who write an engine: the provider by which it is found, and base classes that hold what every engine does
 * alike (checks at the border, scopes, labels, text), so that an engine is left with its arithmetic.
 */
@NullMarked
package org.wengert.spi;

import org.jspecify.annotations.NullMarked;
