package org.wengert.bench.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.wengert.bench.picture.Markup;
import org.wengert.bench.picture.Measure;

/** Times that a run took, set apart from all that follows from its seed. */
final class Times {
    private Times() {}

    /** When a run began, to the second. */
    static void write(Markup page, Instant instant) {
        String text = instant.truncatedTo(ChronoUnit.SECONDS).toString();
        page.element("time", text, "datetime", text);
    }

    static void write(Markup page, double seconds) {
        page.element("time", Measure.TIME.text(seconds), "datetime", String.format(Locale.ROOT, "PT%.9fS", seconds));
    }
}
