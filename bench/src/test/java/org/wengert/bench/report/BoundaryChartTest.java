package org.wengert.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wengert.bench.picture.Chart;
import org.wengert.bench.picture.Svg;
import org.wengert.bench.picture.Tidy;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.Preprocessing;

class BoundaryChartTest {
    @Test
    void mistakesAreDrawnHoweverManySamplesThereAre() {
        String svg = drawn(1000, 999);

        assertEquals(201, count(svg, "class=\"mark "));
        assertEquals(1, count(svg, "class=\"mark point color1 wrong\""));
        assertTrue(svg.contains("; The first 200 of 1000 samples, and all that are told wrong."), svg);
        assertTrue(svg.contains("201 samples: "), svg);
        assertTrue(svg.contains("1 of these"), svg);
        Tidy.assertTidy(svg);
    }

    @Test
    void aMistakeAmongTheFirstIsDrawnOnce() {
        String svg = drawn(20, 7);

        assertEquals(20, count(svg, "class=\"mark "));
        assertEquals(1, count(svg, " wrong\""));
        assertTrue(svg.contains(">Outlined: samples that are told wrong.<"), svg);
        assertFalse(svg.contains("The first"), svg);
    }

    private static long count(String svg, String pattern) {
        return Pattern.compile(pattern).matcher(svg).results().count();
    }

    /** Samples on a line, of which the one at this place alone is told wrong. */
    private static String drawn(int count, int wrong) {
        double[][] inputs = IntStream.range(0, count)
                .mapToObj(i -> new double[] {(double) i / count, 0.5})
                .toArray(double[][]::new);
        double[] signs =
                IntStream.range(0, count).mapToDouble(i -> i % 2 == 0 ? -1 : 1).toArray();
        double[] outputs = signs.clone();
        outputs[wrong] = -outputs[wrong];
        DataSet samples = DataSet.signs(inputs, signs);
        Answers answers = new Answers(samples, outputs);
        Region region = new Region(0, 1, 0, 1, 1, new int[] {0});
        Chart chart = new BoundaryChart("samples", region, answers, new Units(Preprocessing.of(samples)));
        Svg svg = Svg.alone(Chart.WIDTH, chart.height(), chart.title(), chart.description(), "");
        chart.draw(svg);
        return svg.markup();
    }
}
