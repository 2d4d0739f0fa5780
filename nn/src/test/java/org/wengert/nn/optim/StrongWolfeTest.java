package org.wengert.nn.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.wengert.nn.optim.StrongWolfe.Trial;

class StrongWolfeTest {
    private static final double C1 = 1e-3;
    private static final double C2 = 0.1;

    /** A function of one number and its slope. */
    private record Line(DoubleUnaryOperator value, DoubleUnaryOperator slope) {
        Trial at(double step) {
            double[] gradient = {slope.applyAsDouble(step)};
            return new Trial(step, new Point(new double[] {step}, value.applyAsDouble(step), gradient), gradient[0]);
        }
    }

    /** The first two functions of More and Thuente (1994), the second less flat where it begins, a parabola, and one that ends at 2. */
    private static final List<Line> LINES = List.of(
            new Line(a -> -a / (a * a + 2), a -> (a * a - 2) / Math.pow(a * a + 2, 2)),
            new Line(
                    a -> Math.pow(a + 0.1, 5) - 2 * Math.pow(a + 0.1, 4),
                    a -> 5 * Math.pow(a + 0.1, 4) - 8 * Math.pow(a + 0.1, 3)),
            new Line(a -> (a - 3) * (a - 3), a -> 2 * (a - 3)),
            new Line(a -> -a - Math.log(2 - a), a -> -1 + 1 / (2 - a)));

    @Test
    void stepsSatisfyBothConditionsFromWhereverTheSearchBegins() {
        StrongWolfe wolfe = new StrongWolfe(C1, C2, 40);
        for (Line line : LINES) {
            Trial start = line.at(0);
            for (double first : new double[] {1e-3, 0.1, 1, 10, 1000}) {
                Trial found = wolfe.search(line::at, start, first);

                String where = "line " + LINES.indexOf(line) + " from " + first + ": " + found;
                assertTrue(found.step() > 0, where);
                assertTrue(found.value() <= start.value() + C1 * found.step() * start.slope(), where);
                assertTrue(Math.abs(found.slope()) <= C2 * Math.abs(start.slope()), where);
            }
        }
    }

    @Test
    void withoutALowerPointTheSearchStaysWhereItIs() {
        Line climbing = new Line(a -> a, a -> -1);
        Trial start = climbing.at(0);
        assertSame(start, new StrongWolfe(C1, C2, 20).search(climbing::at, start, 1));
    }

    /** Lower than where it began, but not than the step before: the minimum is between these two, not ahead. */
    @Test
    void aStepThatClimbsAgainIsNotFollowed() {
        List<Double> tried = new ArrayList<>();
        double[] values = {-1, -0.9, -1.1};
        double[] slopes = {-1, -1, 0};
        new StrongWolfe(C1, C2, 20)
                .search(
                        step -> {
                            int i = tried.size();
                            tried.add(step);
                            return new Trial(step, new Point(new double[0], values[i], new double[0]), slopes[i]);
                        },
                        new Trial(0, new Point(new double[0], 0, new double[0]), -1),
                        0.5);
        assertEquals(3, tried.size());
        assertTrue(tried.get(0) < tried.get(2) && tried.get(2) < tried.get(1), tried.toString());
    }
}
