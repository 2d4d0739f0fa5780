/**
 * The workbench: the command line {@code wengert}, one class a command. Commands read options and write results; what
 * is computed stands in classes that print nothing, and how it looks in classes that compute nothing.
 */
@NullMarked
package org.wengert.bench;

import org.jspecify.annotations.NullMarked;
