package org.wengert.bench.report;

import java.util.Locale;

/** Shares as people read them. */
final class Shares {
    private Shares() {}

    /** A share from 0 to 1 in percent, one decimal. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
