/**
 * Reverse-mode differentiation as a graph of numbers, made to be read. Start with {@link org.wengert.scalar.Node}, which
 * is one number, then {@link org.wengert.scalar.Formulas}, which makes nodes from nodes, and
 * {@link org.wengert.scalar.Sweep}, which sends gradients back.
 */
@NullMarked
package org.wengert.scalar;

import org.jspecify.annotations.NullMarked;
