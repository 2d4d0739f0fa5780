package org.wengert.nn.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wengert.nn.Close;

class CurvatureTest {
    private static Point point(double[] x, double... gradient) {
        return new Point(x, 0, gradient);
    }

    /** The dense update of BFGS, {@code H = (I - r s y') H (I - r y s') + r s s'}, in two dimensions. */
    private static double[][] updated(double[][] h, double[] s, double[] y) {
        double r = 1 / (s[0] * y[0] + s[1] * y[1]);
        double[][] next = new double[2][2];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                for (int k = 0; k < 2; k++) {
                    for (int l = 0; l < 2; l++) {
                        double left = (i == k ? 1 : 0) - r * s[i] * y[k];
                        double right = (l == j ? 1 : 0) - r * y[l] * s[j];
                        next[i][j] += left * h[k][l] * right;
                    }
                }
                next[i][j] += r * s[i] * s[j];
            }
        }
        return next;
    }

    @Test
    void theTwoLoopsAreAProductWithTheMatrixOfBfgs() {
        Curvature curvature = new Curvature(5);
        double[][] s = {{1, 0.5}, {-0.25, 2}};
        double[][] y = {{3, 0.75}, {0.5, 4}};
        double scale = (s[1][0] * y[1][0] + s[1][1] * y[1][1]) / (y[1][0] * y[1][0] + y[1][1] * y[1][1]);
        double[][] h = {{scale, 0}, {0, scale}};
        for (int k = 0; k < 2; k++) {
            curvature.add(point(new double[2], 0, 0), point(s[k], y[k]));
            h = updated(h, s[k], y[k]);
        }
        double[] g = {0.7, -1.3};
        double[] expected = {-(h[0][0] * g[0] + h[0][1] * g[1]), -(h[1][0] * g[0] + h[1][1] * g[1])};
        Close.assertClose("direction", expected, curvature.direction(g), 1e-14, 0);
    }

    @Test
    void whatCurvesDownwardsIsNotRemembered() {
        Curvature curvature = new Curvature(5);
        curvature.add(point(new double[] {0}, 1), point(new double[] {1}, 0.5));
        assertTrue(curvature.isEmpty());
        assertArrayEquals(new double[] {-2}, curvature.direction(2));
    }

    @Test
    void theOldestIsForgottenFirst() {
        Curvature curvature = new Curvature(2);
        for (int k = 1; k <= 3; k++) {
            curvature.add(point(new double[] {0}, 0), point(new double[] {k}, 1));
        }
        assertEquals(Set.of("s.0", "y.0", "s.1", "y.1"), curvature.arrays().keySet());
        assertArrayEquals(new double[] {2}, curvature.arrays().get("s.0"));
    }
}
