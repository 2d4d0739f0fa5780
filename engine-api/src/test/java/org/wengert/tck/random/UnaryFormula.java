package org.wengert.tck.random;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hipparchus.analysis.differentiation.Derivative;
import org.hipparchus.util.FastMath;
import org.wengert.op.Unary;

/** The operations on one number, each by its definition in a form that loses no digits. */
record UnaryFormula(String name, double... parameters) implements Formula {
    private static final Set<String> EXACT = Set.of("neg", "relu", "abs", "clamp");
    private static final Set<String> ROUNDED = Set.of("square", "reciprocal", "sqrt", "leakyRelu");

    static Meaning of(Unary op) {
        Accuracy accuracy = EXACT.contains(op.name())
                ? Accuracy.EXACT
                : ROUNDED.contains(op.name()) ? Accuracy.ROUNDED : Accuracy.FORMULA;
        return new Meaning(new UnaryFormula(op.name(), op.parameters()), accuracy, op.kinks().length > 0);
    }

    @Override
    public <T extends Derivative<T>> T of(List<T> operands) {
        T x = operands.get(0);
        double[] p = parameters;
        return switch (name) {
            case "neg" -> x.negate();
            case "square" -> x.multiply(x);
            case "reciprocal" -> x.reciprocal();
            case "exp" -> x.exp();
            case "expm1" -> x.expm1();
            case "log" -> x.log();
            case "log1p" -> x.log1p();
            case "sqrt" -> x.sqrt();
            case "sin" -> x.sin();
            case "cos" -> x.cos();
            case "tanh" -> tanh(x);
            case "sigmoid" -> sigmoid(x);
            case "relu" -> x.getReal() > 0 ? x : x.newInstance(0);
            case "softplus" -> softplus(x);
            case "logSigmoid" -> softplus(x.negate()).negate();
            case "silu" -> x.multiply(sigmoid(x));
            case "gelu" -> x.multiply(normalDistribution(x));
            case "geluTanh" -> x.multiply(sigmoid(cubic(x)));
            case "abs" -> x.getReal() > 0 ? x : x.getReal() < 0 ? x.negate() : x.newInstance(0);
            case "pow" -> power(x, p[0]);
            case "leakyRelu" -> x.getReal() > 0 ? x : x.multiply(p[0]);
            case "elu" -> x.getReal() > 0 ? x : x.expm1().multiply(p[0]);
            case "clamp" -> x.getReal() < p[0] ? x.newInstance(p[0]) : x.getReal() > p[1] ? x.newInstance(p[1]) : x;
            default -> throw new IllegalStateException("no definition of " + name + ": add it to UnaryFormula");
        };
    }

    private static <T extends Derivative<T>> T tanh(T x) {
        if (x.getReal() < 0) {
            return tanh(x.negate()).negate();
        }
        if (x.getReal() < 1) {
            return x.tanh();
        }
        T e = x.multiply(-2.0).exp();
        return e.multiply(-2.0).divide(e.add(1.0)).add(1.0);
    }

    /** {@code 1 / (1 + e^-x)}. */
    static <T extends Derivative<T>> T sigmoid(T x) {
        if (x.getReal() >= 0) {
            return x.negate().exp().add(1.0).reciprocal();
        }
        T e = x.exp();
        return e.divide(e.add(1.0));
    }

    /** {@code ln(1 + e^x)}. */
    static <T extends Derivative<T>> T softplus(T x) {
        return x.getReal() > 0 ? x.add(x.negate().exp().log1p()) : x.exp().log1p();
    }

    private static <T extends Derivative<T>> T normalDistribution(T x) {
        double z = x.getReal();
        double density = FastMath.exp(-z * z / 2) / FastMath.sqrt(2 * FastMath.PI);
        double tail = density * millsRatio(FastMath.abs(z));
        double share = FastMath.abs(z) < 1 ? 0.5 + density * centralSeries(z) : z < 0 ? tail : 1 - tail;
        double[] taylor = {share, density, -z * density};
        return x.compose(Arrays.copyOf(taylor, x.getOrder() + 1));
    }

    /** The normal distribution's tail by its density: Laplace's continued fraction, for the library's erf loses a digit. */
    private static double millsRatio(double z) {
        double fraction = z;
        for (int k = 600; k > 0; k--) {
            fraction = z + k / fraction;
        }
        return 1 / fraction;
    }

    /** What the normal distribution has beyond one half, by its density: {@code z + z^3/3 + z^5/15 + ...}. */
    private static double centralSeries(double z) {
        double term = z;
        double sum = z;
        for (int k = 3; k < 60; k += 2) {
            term *= z * z / k;
            sum += term;
        }
        return sum;
    }

    private static <T extends Derivative<T>> T cubic(T x) {
        return x.multiply(x).multiply(x).multiply(0.044715).add(x).multiply(2 * FastMath.sqrt(2 / FastMath.PI));
    }

    private static <T extends Derivative<T>> T power(T x, double k) {
        if (k == 0) {
            return x.newInstance(1);
        }
        return k == 1 ? x : k == FastMath.rint(k) ? x.pow((int) k) : x.pow(k);
    }
}
