/**
 * Reverse-mode differentiation as a graph of numbers, made to be read. Start with {@link org.wengert.scalar.Node}, which
 * is one number, then {@link org.wengert.scalar.Numbers}, which says how gradients go back through operations on numbers,
 * {@link org.wengert.scalar.Sweep}, which sends them, and {@link org.wengert.scalar.Formulas} for arrays.
 */
@NullMarked
package org.wengert.scalar;

import org.jspecify.annotations.NullMarked;
