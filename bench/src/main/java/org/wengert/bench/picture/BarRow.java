package org.wengert.bench.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wengert.bench.picture.Svg.Anchor;
import org.wengert.bench.result.Estimate;
import org.wengert.bench.result.Row;

/** A contender's name and time, and below them its bar and ratio, or why it has none. */
final class BarRow {
    private static final int BAR = 12;
    private static final int GAP = 10;
    private static final int CAP = 3;
    private static final int MOST_LINES = 3;
    private static final int MOST_REASON_LINES = 6;

    private final Look look;
    private final boolean baseline;
    private final Cost cost;
    private final @Nullable Estimate time;
    private final Told told;
    private final List<String> name;
    private final List<String> reason;

    BarRow(Row row, Look look, boolean baseline) {
        this.look = look;
        this.baseline = baseline;
        cost = Cost.of(row.unit());
        Estimate measured = row.time();
        time = measured == null || !Double.isFinite(measured.median()) ? null : cost.in(measured);
        told = new Told(row, baseline);
        name = Font.LABEL.wrap(row.contender(), Chart.INNER - Font.LABEL.width(told.time()) - Chart.MARGIN, MOST_LINES);
        reason = time != null ? List.of() : Font.SMALL.wrap(told.reason(), Chart.INNER, MOST_REASON_LINES);
    }

    Cost cost() {
        return cost;
    }

    boolean isBaseline() {
        return baseline;
    }

    String ratio() {
        return told.ratio();
    }

    String told() {
        return told.all();
    }

    /** Where the bar ends, or null if there is none. */
    @Nullable
    Double median() {
        return time == null ? null : time.median();
    }

    /** Where the interval ends, or null if there is none. */
    @Nullable
    Double end() {
        return time == null ? null : Told.known(time) ? Math.max(time.median(), time.high()) : time.median();
    }

    double height() {
        return top() + BAR + reason.size() * Font.SMALL.lineHeight() + GAP;
    }

    private double top() {
        return name.size() * Font.LABEL.lineHeight();
    }

    /** Draws it below the origin, with ticks and the baseline's end at these x. */
    void draw(Svg svg, Axis axis, double length, double[] ticks, @Nullable Double base) {
        svg.mark("bar " + look.color(), told.all());
        // All of the row answers to the pointer, not the ink alone.
        svg.rect("area", Chart.MARGIN, 0, Chart.INNER, height() - GAP);
        for (int i = 0; i < name.size(); i++) {
            double y = i * Font.LABEL.lineHeight() + Font.LABEL.size();
            svg.text(Font.LABEL, Anchor.START, Chart.MARGIN, y, name.get(i));
        }
        svg.text(Font.LABEL, Anchor.END, Chart.MARGIN + Chart.INNER, Font.LABEL.size(), told.time());
        if (time == null) {
            drawReason(svg);
        } else {
            for (double x : ticks) {
                svg.line("grid", x, top(), x, top() + BAR);
            }
            boolean cut = axis.place(time.median()) > 1;
            svg.rect("fill", Chart.MARGIN, top(), cut ? length : length * axis.place(time.median()), BAR);
            if (base != null && base <= Chart.MARGIN + length) {
                svg.line("baseline", base, top(), base, top() + BAR);
            }
            if (cut) {
                svg.path("cut", hatch(Chart.MARGIN + length - 2.5 * BAR, top(), 2 * BAR, BAR));
            } else if (Told.known(time)) {
                drawInterval(svg, axis, length, time);
            }
            svg.text(Font.SMALL, Anchor.END, Chart.MARGIN + Chart.INNER, top() + BAR - 2, told.ratio());
        }
        svg.end();
    }

    private void drawInterval(Svg svg, Axis axis, double length, Estimate interval) {
        String low = Svg.number(Chart.MARGIN + length * Math.max(0, axis.place(interval.low())));
        String high = Svg.number(Chart.MARGIN + length * Math.min(1, axis.place(interval.high())));
        String ends = "v" + 2 * CAP;
        String above = Svg.number(top() + BAR / 2.0 - CAP);
        String middle = Svg.number(top() + BAR / 2.0);
        String path = "M" + low + " " + above + ends + "M" + low + " " + middle + "H" + high + "M" + high + " " + above
                + ends;
        svg.path("halo", path).path("whisker", path);
    }

    private void drawReason(Svg svg) {
        svg.path("hatch", hatch(Chart.MARGIN, top() + 2, Chart.INNER, BAR - 4));
        for (int i = 0; i < reason.size(); i++) {
            svg.text(
                    Font.SMALL,
                    Anchor.START,
                    Chart.MARGIN,
                    top() + BAR + (i + 1) * Font.SMALL.lineHeight() - 2,
                    reason.get(i));
        }
    }

    /** Slanted strokes that fill a box; not a pattern, which would need a name of its own in the whole page. */
    static String hatch(double x, double y, double width, double height) {
        StringBuilder strokes = new StringBuilder();
        for (double from = 0; from + height <= width; from += height) {
            strokes.append('M').append(Svg.number(x + from)).append(' ').append(Svg.number(y + height));
            strokes.append('l').append(Svg.number(height)).append(' ').append(Svg.number(-height));
        }
        return strokes.toString();
    }
}
