package org.wengert.bench.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.wengert.bench.picture.Svg.Anchor;
import org.wengert.bench.result.Row;

/**
 * The times of one group: a bar from zero for each contender with the median's interval on it, a dashed line where the
 * baseline's ends, and the reason where there is no time.
 */
final class BarChart implements Chart {
    private static final int PIXELS_PER_TICK = 40;
    private static final int TICK = 4;

    private final String group;
    private final List<String> heading;
    private final List<BarRow> bars;
    private final double length;

    BarChart(String group, List<Row> rows, Map<String, Look> looks) {
        this.group = group;
        heading = Font.TITLE.wrap(group, INNER, 3);
        Row baseline = BaselineRow.of(rows);
        bars = rows.stream()
                .map(row -> new BarRow(row, looks.getOrDefault(row.contender(), new Look(0)), row == baseline))
                .toList();
        double ratios = bars.stream()
                .mapToDouble(bar -> Font.SMALL.width(bar.ratio()))
                .max()
                .orElse(0);
        length = INNER - (ratios > 0 ? ratios + MARGIN : MARGIN);
    }

    @Override
    public String title() {
        return group;
    }

    @Override
    public String description() {
        List<String> lines = new ArrayList<>();
        bars.forEach(bar -> lines.add(bar.told()));
        return String.join("; ", lines);
    }

    @Override
    public double height() {
        double rows = bars.stream().mapToDouble(BarRow::height).sum();
        return top() + rows + (timed().isEmpty() ? 0 : TICK + 2 * Font.SMALL.lineHeight());
    }

    private double top() {
        return heading.size() * Font.TITLE.lineHeight() + MARGIN;
    }

    private List<BarRow> timed() {
        return bars.stream().filter(bar -> bar.end() != null).toList();
    }

    @Override
    public void draw(Svg svg) {
        double y = 0;
        for (String line : heading) {
            y += Font.TITLE.lineHeight();
            svg.text(Font.TITLE, Anchor.START, MARGIN, y - MARGIN / 2.0, line);
        }
        y = top();
        Axis axis = axis();
        List<Double> ticks = axis.ticks((int) (length / PIXELS_PER_TICK));
        double[] guides = ticks.stream().mapToDouble(tick -> at(axis, tick)).toArray();
        Double baseline = bars.stream()
                .filter(BarRow::isBaseline)
                .findFirst()
                .map(BarRow::median)
                .orElse(null);
        for (BarRow bar : bars) {
            svg.part(0, y);
            bar.draw(svg, axis, length, guides, baseline == null ? null : at(axis, baseline));
            svg.end();
            y += bar.height();
        }
        if (!timed().isEmpty()) {
            drawAxis(svg, axis, ticks, y);
        }
    }

    private Axis axis() {
        double[] ends = timed().stream().mapToDouble(BarRow::end).toArray();
        double reach = Reach.of(ends);
        Measure.Unit unit = bars.get(0).cost().measure().unitFor(reach);
        boolean cut = DoubleStream.of(ends).anyMatch(end -> end > reach);
        String caption = bars.get(0).cost().name(unit) + ", less is better" + (cut ? "; cut bars are longer" : "");
        return new LinearAxis(0, reach, unit, caption);
    }

    private double at(Axis axis, double value) {
        return MARGIN + length * axis.place(value);
    }

    private void drawAxis(Svg svg, Axis axis, List<Double> ticks, double y) {
        svg.line("axis", MARGIN, y, MARGIN + length, y);
        for (double tick : ticks) {
            svg.line("axis", at(axis, tick), y, at(axis, tick), y + TICK);
            boolean first = tick == 0;
            svg.text(
                    Font.SMALL,
                    first ? Anchor.START : Anchor.MIDDLE,
                    at(axis, tick),
                    y + TICK + Font.SMALL.size(),
                    axis.label(tick));
        }
        svg.text(
                Font.SMALL,
                Anchor.START,
                MARGIN,
                y + TICK + Font.SMALL.size() + Font.SMALL.lineHeight(),
                axis.caption());
    }
}
