package org.wengert.tape;

import org.wengert.op.Numerics;

/**
 * The hyperbolic tangent and its slope. For larger numbers they are made of one exponential, which is most of the work:
 * computed together they share it.
 */
final class PlainFloat64Tanh {
    private PlainFloat64Tanh() {}

    /** {@code y = tanh x, s = 1 - y^2}, to the bit what the table gives; {@code s} may be {@code x}. */
    static void valuesAndSlopes(double[] x, int xAt, double[] y, int yAt, double[] s, int sAt, int n) {
        for (int i = 0; i < n; i++) {
            double /* always */ at = x[xAt + i];
            double /* always */ size = Math.abs(at);
            if (size >= Numerics.TANH_GROWS && size < Numerics.TANH_ONE) {
                double /* always */ e = Math.exp(2 * size);
                y[yAt + i] = (double) Math.copySign(Numerics.tanhByGrowth(e), at);
                s[sAt + i] = (double) Numerics.tanhSlopeByGrowth(e);
            } else {
                double value = (double) Numerics.tanh(at);
                y[yAt + i] = value;
                s[sAt + i] = (double) Numerics.tanhSlope(at, value);
            }
        }
    }

    /** {@code d = g (1 - y^2)}, the slope rounded before the product. */
    static void products(double[] x, int xAt, double[] y, int yAt, double[] g, int gAt, double[] d, int dAt, int n) {
        for (int i = 0; i < n; i++) {
            d[dAt + i] = g[gAt + i] * (double) Numerics.tanhSlope(x[xAt + i], y[yAt + i]);
        }
    }
}
