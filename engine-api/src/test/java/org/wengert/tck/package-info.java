/**
 * The conformance kit: everything that a differentiation engine has to get right, as tests. An engine's author extends
 * {@link org.wengert.tck.EngineTck}, names a provider, and runs the class with JUnit.
 *
 * <p>Each contract is an interface of its own whose tests need nothing but an engine, so that a report can say which
 * contract a failure belongs to.
 */
@NullMarked
package org.wengert.tck;

import org.jspecify.annotations.NullMarked;
