package org.wengert.op;

/**
 * The formulas of the tables that need more than a line, in forms that neither overflow nor lose digits. Public so that
 * an engine's kernels can call them directly instead of through a table entry.
 */
public final class Numerics {
    private static final double INV_SQRT_2 = Math.sqrt(0.5);
    private static final double INV_SQRT_2PI = 1 / Math.sqrt(2 * Math.PI);

    /** {@code 2 sqrt(2/pi)} and 0.044715 times that, each as a number of 24 bits and the rest. */
    private static final double GELU_LINEAR = (float) 1.5957691216057308;

    private static final double GELU_LINEAR_LOW = 1.5957691216057308 - GELU_LINEAR - 9.96930880911092e-17;
    private static final double GELU_CUBIC = (float) 0.07135481627260025;
    private static final double GELU_CUBIC_LOW = 0.07135481627260025 - GELU_CUBIC - 4.1218577217431825e-18;

    /** Beyond this a bell or the smaller tail of the tanh form of gelu is 0. */
    private static final double FAR = 40;

    /** From here on {@link #tanh} is 1. */
    public static final double TANH_ONE = 20;

    /** Below this {@link #tanh} is a polynomial; from here on it and its slope are both made of {@code e^(2|x|)}. */
    public static final double TANH_GROWS = 0.7;

    /**
     * Chebyshev coefficients of {@code (1 + 2z) e^(z^2) erfc(z)} in {@code t = (z - 3.75) / (z + 3.75)}, the variable
     * of Shepherd and Laframboise (Math. Comp. 36, 1981); computed to 60 digits and cut where they fall below 1e-17.
     */
    private static final double[] ERFC = {
        1.1775789345674017541,
        -0.0045900545806464773309,
        -0.084249133366517915584,
        0.059209939998191890498,
        -0.026658668435305752277,
        0.0090749976707052650939,
        -0.0024131635404176081909,
        0.00049077583652580863229,
        -0.000069169733025012063671,
        4.1390279860730101675e-6,
        7.7403830661984906686e-7,
        -2.1886401049234395661e-7,
        1.0764999465670910377e-8,
        4.5219598112182868979e-9,
        -7.7544002088313511065e-10,
        -6.3180883408866844944e-11,
        2.8687950109306698981e-11,
        1.945586854577734723e-13,
        -9.6546967484334389059e-13,
        3.2525481481487398415e-14,
        3.3478119482868053878e-14,
        -1.8645628804193131015e-15,
        -1.2507950530688647085e-15,
        7.418235256624043463e-17,
        5.0681489047961113168e-17,
    };

    private Numerics() {}

    /**
     * Hyperbolic tangent, within 1.1 units in the last place, odd, and the same bits on every machine whose {@code Math.exp}
     * gives the same bits; several times faster than {@code Math.tanh} is before JDK 25.
     */
    public static double tanh(double x) {
        double size = Math.abs(x);
        return Math.copySign(
                size < TANH_GROWS ? nearTanh(size) : size >= TANH_ONE ? 1 : tanhByGrowth(Math.exp(2 * size)), x);
    }

    /**
     * {@code x + x u P(u)} with {@code u = x^2}; P is {@code (tanh(x) / x - 1) / u} by Remez' algorithm in 50 digits, off by
     * 2^-57 of the result.
     */
    private static double nearTanh(double x) {
        double u = x * x;
        double v = u * u;
        double w = v * v;
        double low =
                -0.3333333333333332 + 0.1333333333333124 * u + (-0.05396825396706575 + 0.02186948850212326 * u) * v;
        double middle = -0.00886323495342914
                + 0.003592121740383819 * u
                + (-0.0014557877239805487 + 0.0005897856205598773 * u) * v;
        double high = -0.0002382395082677304
                + 0.00009458573260605188 * u
                + (-0.00003497490692657511 + 0.000010430914869442654 * u) * v
                - 0.0000017724015308809789 * w;
        return x + x * u * (low + (middle + high * w) * w);
    }

    /**
     * Hyperbolic tangent of a number x from {@link #TANH_GROWS} to {@link #TANH_ONE}: {@code 1 - q} with
     * {@code q = 2 / (1 + e)}, and what the sum and the difference have lost.
     *
     * @param e {@code e^2x}
     */
    public static double tanhByGrowth(double e) {
        double sum = e + 1;
        double sumLost = 1 - (sum - e);
        double q = 2 / sum;
        double y = 1 - q;
        double lost = 1 - y - q;
        return y + (lost + 0.5 * q * q * sumLost);
    }

    /**
     * {@code 1 - y^2} for {@code y = tanh x}; from {@link #TANH_GROWS} on by {@link #tanhSlopeByGrowth}, and where tanh is
     * 1 as {@code 4 e^(-2|x|)}.
     */
    public static double tanhSlope(double x, double y) {
        double size = Math.abs(x);
        if (size < TANH_GROWS) {
            return (1 - y) * (1 + y);
        }
        return size >= TANH_ONE ? 4 * Math.exp(-2 * size) : tanhSlopeByGrowth(Math.exp(2 * size));
    }

    /**
     * The slope of {@link #tanh} at a number x from {@link #TANH_GROWS} to {@link #TANH_ONE}: {@code q (2 - q)} with
     * {@code q = 2 / (1 + e)}, which is {@code 1 - tanh x}, so that nothing cancels.
     *
     * @param e {@code e^2x}
     */
    public static double tanhSlopeByGrowth(double e) {
        double q = 2 / (1 + e);
        return q * (2 - q);
    }

    /**
     * {@code k x^(k-1)}, which is 0 for {@code k = 0}. Below 1/2, where {@code k - 1} has a rounding that {@code ln x}
     * magnifies unless k is whole, as {@code x^k k / x}: that does not overflow before the result does either.
     */
    public static double powSlope(double x, double k) {
        if (k >= 0.5 || k == Math.rint(k) || x == 0 || Double.isInfinite(x)) {
            return k == 0 ? 0 : k * Math.pow(x, k - 1);
        }
        return Math.pow(x, k) * k / x;
    }

    /** {@code 1 / (1 + e^-x)} without overflow for any sign of {@code x}. */
    public static double sigmoid(double x) {
        double e = Math.exp(-Math.abs(x));
        return x >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    /** {@code s(x) s(-x) = e / (1+e)^2} with {@code e = exp(-|x|)}; keeps its digits where {@code s (1-s)} does not. */
    public static double sigmoidSlope(double x, double y) {
        double e = Math.exp(-Math.abs(x));
        return e / ((1 + e) * (1 + e));
    }

    /** {@code ln(1 + e^x)}. */
    public static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /** {@code x s(x)}. */
    public static double silu(double x) {
        return x * sigmoid(x);
    }

    /** {@code s(x) (1 + x s(-x))}. */
    public static double siluSlope(double x, double y) {
        return sigmoid(x) * (1 + x * sigmoid(-x));
    }

    /** {@code max(a, 0) - a b + ln(1 + e^-|a|)}. */
    public static double bceWithLogits(double a, double b) {
        return Math.max(a, 0) - a * b + Math.log1p(Math.exp(-Math.abs(a)));
    }

    /** {@code x Phi(x)}. */
    public static double gelu(double x) {
        return x * normalDistribution(x);
    }

    /** {@code Phi(x) + x phi(x)}. */
    public static double geluSlope(double x, double y) {
        return normalDistribution(x) + x * INV_SQRT_2PI * expOfHalfSquare(x);
    }

    /** {@code x s(v)} with {@code v = 2 sqrt(2/pi) (x + 0.044715 x^3)}, which is {@code x/2 (1 + tanh(v/2))}. */
    public static double geluTanh(double x) {
        double e = expOfMinusCubic(x);
        return x < 0 ? x * (e / (1 + e)) : x / (1 + e);
    }

    /** {@code s(v) + x v' s(v) s(-v)}. */
    public static double geluTanhSlope(double x, double y) {
        double e = expOfMinusCubic(x);
        double bell = e / ((1 + e) * (1 + e));
        // Where the bell has underflowed, v' may have overflowed: their product is 0, not NaN.
        double change = GELU_LINEAR + GELU_LINEAR_LOW + 3 * (GELU_CUBIC + GELU_CUBIC_LOW) * x * x;
        double tail = bell == 0 ? 0 : x * bell * change;
        return (x < 0 ? e / (1 + e) : 1 / (1 + e)) + tail;
    }

    /**
     * {@code e^-|v|} with v as in {@link #geluTanh}, which is computed in two parts, for its rounding would be magnified:
     * heads have 24 bits, so that products of two are exact.
     */
    private static double expOfMinusCubic(double x) {
        double size = Math.abs(x);
        if (size > FAR) {
            return 0;
        }
        double head = (float) size;
        double rest = size - head;
        double square = (float) (size * size);
        double squareLow = head * head - square + rest * (size + head);
        double term = GELU_CUBIC * square;
        double termLow = GELU_CUBIC * squareLow + GELU_CUBIC_LOW * (square + squareLow);
        double sum = term + GELU_LINEAR;
        double part = sum - GELU_LINEAR;
        double sumLow = GELU_LINEAR - (sum - part) + (term - part) + (termLow + GELU_LINEAR_LOW);
        double w = (float) sum;
        double wLow = sum - w + sumLow;
        return Math.exp(-head * w) * Math.exp(-(head * wLow + rest * (w + wLow)));
    }

    /** The distribution function Phi of the standard normal distribution, with full relative precision in its tail. */
    public static double normalDistribution(double x) {
        double z = Math.abs(x) * INV_SQRT_2;
        double tail = 0.5 * expOfHalfSquare(x) * scaledErfc(z) / (1 + 2 * z);
        return x > 0 ? 1 - tail : tail;
    }

    /** {@code e^(-x^2/2)}; the square is taken in two exact parts, for its rounding would be magnified. */
    private static double expOfHalfSquare(double x) {
        if (Math.abs(x) > FAR) {
            return 0;
        }
        double head = (float) x;
        return Math.exp(-0.5 * head * head) * Math.exp(-0.5 * (x - head) * (x + head));
    }

    private static double scaledErfc(double z) {
        double t = z > 1e300 ? 1 : (z - 3.75) / (z + 3.75);
        double next = 0;
        double afterNext = 0;
        for (int k = ERFC.length - 1; k > 0; k--) {
            double term = 2 * t * next - afterNext + ERFC[k];
            afterNext = next;
            next = term;
        }
        return t * next - afterNext + ERFC[0];
    }
}
