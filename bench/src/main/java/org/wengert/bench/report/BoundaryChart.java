package org.wengert.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 * differ in shape as well as in colour. Those of which another class is told are outlined.
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
            .chart .wrong .marker { stroke: var(--ink); }
            """;

    /** More would hide one another, and what is below them; of mistakes none is hidden. */
    private static final int MOST_SAMPLES = 200;

    @Override
    public String description() {
        return "Which class is told where, and " + shown().size() + " samples: "
                + samples().featureNames().get(1) + " against "
                + samples().featureNames().get(0) + "; " + wrong() + " of these are in the region of another class"
                + notes().stream().map(note -> "; " + note).collect(Collectors.joining());
    }

    private DataSet samples() {
        return answers.samples();
    }

    /** In the order in which they are drawn: what is told wrong is upon the rest. */
    private List<Integer> shown() {
        return Stream.concat(
                        first().filter(i -> !isWrong(i)).boxed(), mistakes().boxed())
                .toList();
    }

    private IntStream first() {
        return IntStream.range(0, Math.min(MOST_SAMPLES, samples().size()));
    }

    private IntStream mistakes() {
        return IntStream.range(0, samples().size()).filter(this::isWrong);
    }

    private boolean isWrong(int i) {
        return answers.told(i) != samples().classOf(i);
    }

    private long wrong() {
        return mistakes().count();
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (samples().size() > MOST_SAMPLES) {
            notes.add(
                    "The first " + MOST_SAMPLES + " of " + samples().size() + " samples, and all that are told wrong.");
        }
        if (wrong() > 0) {
            notes.add("Outlined: samples that are told wrong.");
        }
        return notes;
    }

    private List<String> noteLines() {
        return notes().stream()
                .flatMap(note -> Font.SMALL.wrap(note, INNER, 2).stream())
                .toList();
    }

    @Override
    public double height() {
        return below() + noteLines().size() * Font.SMALL.lineHeight() + MARGIN;
    }

    /** Where the legend ends. */
    private double below() {
        return frame().bottom() + Frame.BELOW + MARGIN + legend() * Font.LABEL.lineHeight();
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
        shown().forEach(i -> drawSample(svg, frame, i));
        drawLegend(svg, frame.bottom() + Frame.BELOW + MARGIN);
        double y = below();
        for (String line : noteLines()) {
            y += Font.SMALL.lineHeight();
            svg.text(Font.SMALL, Anchor.START, MARGIN, y, line);
        }
    }

    private void drawSample(Svg svg, Frame frame, int i) {
        double[] at = units.inputs(samples().row(i));
        Look look = look(samples().classOf(i));
        svg.mark("point " + look.color() + (isWrong(i) ? " wrong" : ""), text(i, at));
        svg.path("marker", look.marker().path(frame.atX(at[0]), frame.atY(at[1])));
        svg.end();
    }

    private String text(int i, double... at) {
        List<String> names = samples().classNames();
        String place = String.format(Locale.ROOT, " at %s, %s", Measure.digits(at[0]), Measure.digits(at[1]));
        return names.get(samples().classOf(i))
                + place
                + (!isWrong(i) ? "" : ", told as " + (answers.told(i) < 0 ? "none" : names.get(answers.told(i))));
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
