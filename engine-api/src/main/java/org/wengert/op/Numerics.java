package org.wengert.op;

/**
 * The formulas of the tables that need more than a line, in forms that neither overflow nor lose digits. Public so that
 * an engine's kernels can call them directly instead of through a table entry.
 */
public final class Numerics {
    private static final double INV_SQRT_2 = Math.sqrt(0.5);
    private static final double INV_SQRT_2PI = 1 / Math.sqrt(2 * Math.PI);
    private static final double SQRT_2_OVER_PI = Math.sqrt(2 / Math.PI);
    private static final double GELU_CUBIC = 0.044715;

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

    /** {@code 1 - y^2} for {@code y = tanh x}; from |x| = 1 on as {@code 4e / (1+e)^2} with {@code e = exp(-2|x|)}. */
    public static double tanhSlope(double x, double y) {
        if (Math.abs(x) < 1) {
            return (1 - y) * (1 + y);
        }
        double e = Math.exp(-2 * Math.abs(x));
        return 4 * e / ((1 + e) * (1 + e));
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

    /** {@code x s(2u)} with {@code u = sqrt(2/pi) (x + 0.044715 x^3)}, which is {@code x/2 (1 + tanh u)}. */
    public static double geluTanh(double x) {
        return x * sigmoid(2 * geluArgument(x));
    }

    /** {@code s(2u) + 2 x u' s(2u) s(-2u)}. */
    public static double geluTanhSlope(double x, double y) {
        double u = geluArgument(x);
        double bell = sigmoidSlope(2 * u, 0);
        // Where the bell has underflowed, u' may have overflowed: their product is 0, not NaN.
        double tail = bell == 0 ? 0 : 2 * x * bell * SQRT_2_OVER_PI * (1 + 3 * GELU_CUBIC * x * x);
        return sigmoid(2 * u) + tail;
    }

    private static double geluArgument(double x) {
        return SQRT_2_OVER_PI * (x + GELU_CUBIC * x * x * x);
    }

    /** The distribution function Phi of the standard normal distribution, with full relative precision in its tail. */
    public static double normalDistribution(double x) {
        double z = Math.abs(x) * INV_SQRT_2;
        double tail = 0.5 * expOfHalfSquare(x) * scaledErfc(z) / (1 + 2 * z);
        return x > 0 ? 1 - tail : tail;
    }

    /** {@code e^(-x^2/2)}; the square is taken in two exact parts, for its rounding would be magnified. */
    private static double expOfHalfSquare(double x) {
        if (Math.abs(x) > 40) {
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
