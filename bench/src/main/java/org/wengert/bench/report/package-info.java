/**
 * Reports of training runs: what was recorded while a network was trained, and a page of one file that shows it. The same
 * run gives the same page, but for the times on it.
 */
@NullMarked
package org.wengert.bench.report;

import org.jspecify.annotations.NullMarked;
