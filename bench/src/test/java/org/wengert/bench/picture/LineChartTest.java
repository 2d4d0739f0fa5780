package org.wengert.bench.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.wengert.bench.picture.Series.Point;

class LineChartTest {
    @Test
    void aLineIsBrokenWhereANumberIsNotFinite() {
        String svg = drawn(1, 0.5, Double.NaN, 0.25, 0.2);

        assertEquals(1, count(svg, "class=\"line color0 dash0\" d=\"M[^M]*L[^M]*M[^M]*L[^M]*\""));
        assertFalse(svg.contains("NaN"));
    }

    @Test
    void aNumberThatIsNotFiniteHasNoMark() {
        assertEquals(3, count(drawn(1, Double.POSITIVE_INFINITY, 0.5, 0.3), "class=\"mark "));
    }

    @Test
    void aConstantHasAnAxis() {
        assertEquals(2, count(drawn(0.5, 0.5), "class=\"mark "));
    }

    private static long count(String svg, String pattern) {
        return Pattern.compile(pattern).matcher(svg).results().count();
    }

    /** A curve of these losses, an epoch each. */
    private static String drawn(double... losses) {
        List<Point> points = new ArrayList<>();
        for (double loss : losses) {
            points.add(Point.exact(points.size() + 1.0, loss, "loss " + loss));
        }
        double[] epochs = points.stream().mapToDouble(Point::x).toArray();
        LineChart chart = new LineChart(
                "loss",
                LinearAxis.over(epochs, "epoch"),
                LinearAxis.over(losses, "loss"),
                List.of(new Series("training", "", new Look(0), points, points)),
                List.of());
        Svg svg = Svg.inPage("c", Chart.WIDTH, chart.height(), chart.title(), chart.description());
        chart.draw(svg);
        String markup = svg.markup();
        Drawing drawing = new Drawing(markup);
        drawing.boxes().forEach(box -> assertTrue(box.isInside(drawing.width(), drawing.height()), box::what));
        return markup;
    }
}
