package org.wengert.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.wengert.bench.picture.Chart;
import org.wengert.bench.picture.Font;
import org.wengert.bench.picture.Frame;
import org.wengert.bench.picture.LinearAxis;
import org.wengert.bench.picture.Look;
import org.wengert.bench.picture.Measure;
import org.wengert.bench.picture.Svg;
import org.wengert.bench.picture.Svg.Anchor;
import org.wengert.nn.data.DataSet;

/**
 * The plane of two inputs: which class is told where, in shades with a line between them, and samples upon it, whose classes
 * differ in shape as well as in colour.
 *
 * @param title   what it shows
 * @param region  what the network tells
 * @param answers samples that are drawn upon it, and what was told of each
 * @param units   of the axes
 */
record BoundaryChart(String title, Region region, Answers answers, Units units) implements Chart {
    private static final String STYLE = """
            .chart .shade { fill: var(--color); fill-opacity: 0.18; shape-rendering: crispEdges; }
            .chart .border { fill: none; stroke: var(--ink); }
            """;

    /** More would hide one another, and what is below them. */
    private static final int MOST_SAMPLES = 200;

    @Override
    public String description() {
        return "Which class is told where, and " + shown() + " samples: "
                + samples().featureNames().get(1) + " against "
                + samples().featureNames().get(0) + "; " + wrong() + " of these are in the region of another class";
    }

    private DataSet samples() {
        return answers.samples();
    }

    private int shown() {
        return Math.min(MOST_SAMPLES, samples().size());
    }

    private long wrong() {
        return IntStream.range(0, shown())
                .filter(i -> answers.told(i) != samples().classOf(i))
                .count();
    }

    @Override
    public double height() {
        return frame().bottom() + Frame.BELOW + MARGIN + legend() * Font.LABEL.lineHeight() + MARGIN;
    }

    private int legend() {
        return samples().classNames().size();
    }

    private Frame frame() {
        double[] low = units.inputs(region.left(), region.bottom());
        double[] high = units.inputs(region.right(), region.top());
        return Frame.below(
                Font.TITLE.lineHeight() + Font.SMALL.lineHeight() + MARGIN,
                new LinearAxis(
                        low[0],
                        high[0],
                        new Measure.Unit("", 1),
                        samples().featureNames().get(0)),
                new LinearAxis(
                        low[1],
                        high[1],
                        new Measure.Unit("", 1),
                        samples().featureNames().get(1)));
    }

    @Override
    public void draw(Svg svg) {
        svg.style(STYLE);
        svg.text(Font.TITLE, Anchor.START, MARGIN, Font.TITLE.lineHeight() - MARGIN / 2.0, title);
        String axes = samples().featureNames().get(1) + " against "
                + samples().featureNames().get(0);
        String caption = Font.SMALL.wrap(axes, INNER, 1).get(0);
        svg.text(Font.SMALL, Anchor.START, MARGIN, Font.TITLE.lineHeight() + Font.SMALL.size(), caption);
        Frame frame = frame();
        Shading shading = new Shading(region, frame);
        for (int c = 0; c < legend(); c++) {
            svg.path("shade " + look(c).color(), shading.area(c));
        }
        svg.path("border", shading.border());
        frame.draw(svg);
        for (int i = 0; i < shown(); i++) {
            drawSample(svg, frame, i);
        }
        drawLegend(svg, frame.bottom() + Frame.BELOW + MARGIN);
    }

    private void drawSample(Svg svg, Frame frame, int i) {
        double[] at = units.inputs(samples().row(i));
        Look look = look(samples().classOf(i));
        svg.mark("point " + look.color(), text(i, at));
        svg.path("marker", look.marker().path(frame.atX(at[0]), frame.atY(at[1])));
        svg.end();
    }

    private String text(int i, double... at) {
        List<String> names = samples().classNames();
        String place = String.format(Locale.ROOT, " at %s, %s", Measure.digits(at[0]), Measure.digits(at[1]));
        return names.get(samples().classOf(i))
                + place
                + (answers.told(i) == samples().classOf(i)
                        ? ""
                        : ", told as " + (answers.told(i) < 0 ? "none" : names.get(answers.told(i))));
    }

    private static Look look(int number) {
        return new Look(number);
    }

    private void drawLegend(Svg svg, double top) {
        for (int c = 0; c < legend(); c++) {
            double y = top + c * Font.LABEL.lineHeight();
            double middle = y + Font.LABEL.lineHeight() / 2.0;
            svg.path("marker " + look(c).color(), look(c).marker().path(2 * MARGIN, middle));
            String name = Font.LABEL
                    .wrap(samples().classNames().get(c), INNER - 3 * MARGIN, 1)
                    .get(0);
            svg.text(Font.LABEL, Anchor.START, 4 * MARGIN, y + Font.LABEL.size(), name);
        }
    }
}
