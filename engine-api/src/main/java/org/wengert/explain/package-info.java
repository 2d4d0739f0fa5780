/** Explanations of a gradient: which ways it came, what each contributed, and why it is zero, huge or no number. */
@NullMarked
package org.wengert.explain;

import org.jspecify.annotations.NullMarked;
