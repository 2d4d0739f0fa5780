/**
 * Results for a person to look at: charts as SVG, and pages of one file that hold charts, tables and how to repeat them.
 * The same results give the same bytes.
 */
@NullMarked
package org.wengert.bench.picture;

import org.jspecify.annotations.NullMarked;
