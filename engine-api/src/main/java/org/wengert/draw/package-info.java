/** Drawings of what a value was made of, as text for Graphviz or as SVG; nothing needs to be installed. */
@NullMarked
package org.wengert.draw;

import org.jspecify.annotations.NullMarked;
