package org.wengert.bench.report;

import java.util.Locale;
import org.wengert.bench.picture.Markup;
import org.wengert.bench.picture.Measure;

/** Times that a run took, set apart from all that follows from its seed. */
final class Times {
    private Times() {}

    static void write(Markup page, double seconds) {
        page.element("time", Measure.TIME.text(seconds), "datetime", String.format(Locale.ROOT, "PT%.9fS", seconds));
    }
}
