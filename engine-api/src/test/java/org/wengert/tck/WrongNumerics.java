package org.wengert.tck;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.wengert.Value;
import org.wengert.op.Binary;
import org.wengert.op.Linear;
import org.wengert.op.MatMul;
import org.wengert.op.Reduce;
import org.wengert.op.Softmax;
import org.wengert.op.Unary;
import org.wengert.op.Where;

/** Formulas that are right on paper, and choices at kinks that are not those agreed on. */
final class WrongNumerics {
    private WrongNumerics() {}

    static Behaviour tanhByExponentials() {
        return WrongOperations.replacing(
                Unary.TANH, Unary.of("tanh", x -> (Math.exp(2 * x) - 1) / (Math.exp(2 * x) + 1), (x, y) -> 1 - y * y));
    }

    static Behaviour naiveSigmoid() {
        return WrongOperations.replacing(
                Unary.SIGMOID, Unary.of("sigmoid", x -> 1 / (1 + Math.exp(-x)), (x, y) -> y * (1 - y)));
    }

    static Behaviour naiveSoftplus() {
        return WrongOperations.replacing(
                Unary.SOFTPLUS, Unary.of("softplus", x -> Math.log(1 + Math.exp(x)), (x, y) -> Unary.SIGMOID.value(x)));
    }

    static Behaviour naiveLogSumExp() {
        return Behaviour.applying((good, op, in) -> {
            if (op instanceof Reduce reduce && reduce.kind() == Reduce.Kind.LOG_SUM_EXP) {
                int[] axes = reduce.axes(in.get(0).shape());
                return in.get(0)
                        .exp()
                        .reduce(Reduce.Kind.SUM, reduce.keepDims(), axes)
                        .log();
            }
            return good.apply(op, in);
        });
    }

    static Behaviour naiveSoftmax() {
        return Behaviour.applying((good, op, in) -> {
            if (op instanceof Softmax softmax && !softmax.logarithmic()) {
                Value e = in.get(0).exp();
                return e.div(e.reduce(Reduce.Kind.SUM, true, softmax.axis()));
            }
            return good.apply(op, in);
        });
    }

    static Behaviour divisionByReciprocal() {
        return WrongOperations.replacing(
                Binary.DIV, Binary.of("div", (a, b) -> a * (1 / b), (a, b, y) -> 1 / b, (a, b, y) -> -y / b));
    }

    /** {@code k x^(k-1)} for all k. */
    static Behaviour powWithoutACaseForZero() {
        return WrongOperations.replacing(op -> op instanceof Unary && op.name().equals("pow"), op -> {
            double k = ((Unary) op).parameters()[0];
            return Unary.of("pow", ((Unary) op)::value, (x, y) -> k * Math.pow(x, k - 1));
        });
    }

    /** {@code m a + (1 - m) b}. */
    static Behaviour choiceByFactors() {
        return Behaviour.applying((good, op, in) -> {
            if (!(op instanceof Where where)) {
                return good.apply(op, in);
            }
            boolean[] mask = where.mask();
            double[] ones = new double[mask.length];
            for (int i = 0; i < ones.length; i++) {
                ones[i] = mask[i] ? 1 : 0;
            }
            Value m = good.constant(where.maskShape(), ones);
            return in.get(0).mul(m).add(in.get(1).mul(m.rsub(1)));
        });
    }

    static Behaviour zeroTimesAnythingIsZero() {
        return WrongOperations.replacing(
                Binary.MUL, Binary.of("mul", (a, b) -> a == 0 || b == 0 ? 0 : a * b, (a, b, y) -> b, (a, b, y) -> a));
    }

    /** A product whose right operand is taken for finite. */
    static Behaviour nonFiniteFactorsSkipped() {
        return Behaviour.applying((good, op, in) ->
                good.apply(op, op instanceof MatMul ? List.of(in.get(0), finite(in.get(1), 0)) : in));
    }

    static Behaviour nanLostInMax() {
        return Behaviour.applying((good, op, in) -> {
            boolean max = op instanceof Reduce reduce && reduce.kind() == Reduce.Kind.MAX;
            return good.apply(op, max ? List.of(finite(in.get(0), Double.NEGATIVE_INFINITY)) : in);
        });
    }

    private static Value finite(Value x, double other) {
        double[] data = x.data();
        boolean[] finite = new boolean[data.length];
        for (int i = 0; i < data.length; i++) {
            finite[i] = Double.isFinite(data[i]);
        }
        return x.where(x.shape(), finite, x.constantLike(other));
    }

    /** Each result goes through a formula that is the identity but for some numbers. */
    static Behaviour spoiling(DoubleUnaryOperator formula) {
        return Behaviour.applying(
                (good, op, in) -> good.apply(Unary.of("spoilt", formula, (x, y) -> 1), good.apply(op, in)));
    }

    static Behaviour slope(Unary entry, DoubleBinaryOperator slope) {
        Unary wrong = Unary.of(entry.name(), entry::value, slope);
        return WrongOperations.replacing(
                op -> op.equals(entry) || op.equals(Linear.with(entry)),
                op -> op instanceof Linear ? Linear.with(wrong) : wrong);
    }

    static Behaviour slopes(Binary entry, Binary.Slope left, Binary.Slope right) {
        return WrongOperations.replacing(entry, Binary.of(entry.name(), entry::value, left, right));
    }
}
