/**
 * The conformance kit: everything that a differentiation engine has to get right, as tests. An engine's author extends
 * {@link org.wengert.tck.EngineTck}, names a provider, and runs the class with JUnit.
 *
 * <p>Each contract is an interface of its own whose tests need nothing but an engine, and belongs to a
 * {@link org.wengert.tck.Level}. A run ends with a certificate that says what was proven on each level. What an engine does
 * without it declares, as a {@link org.wengert.tck.Capability}; nothing else can be left out unnoticed.
 *
 * <p>{@link org.wengert.tck.Gradients} is for tests of functions and operations of one's own.
 */
@NullMarked
package org.wengert.tck;

import org.jspecify.annotations.NullMarked;
