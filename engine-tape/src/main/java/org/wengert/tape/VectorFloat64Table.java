package org.wengert.tape;

import static org.wengert.tape.Float64Format.BELL_LIMIT;
import static org.wengert.tape.Float64Format.CUBIC_LIMIT;
import static org.wengert.tape.Float64Format.EXP_LIMIT;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Unary;

/**
 * Which loops serve which operation. One without an entry is left to the plain kernels, as is a user's own. An instance serves one
 * thread at a time.
 */
final class VectorFloat64Table {
    private final List<@Nullable UnaryLoops<double[]>> unary = new ArrayList<>();
    private final List<@Nullable BinaryLoops<double[]>> binary = new ArrayList<>();
    private final boolean[] singles = new boolean[Unary.table().size()];

    private final VectorFloat64Logarithms logarithms = new VectorFloat64Logarithms();
    private final VectorFloat64Tanh tanh = new VectorFloat64Tanh();
    private final VectorFloat64Logistic logistic = new VectorFloat64Logistic();
    private final VectorFloat64Logits logits = new VectorFloat64Logits();
    private final VectorFloat64Gelu gelu = new VectorFloat64Gelu();

    /**
     * A table.
     *
     * @param everything whether functions of long loops are in it; what nobody asks for would still be linked at each start
     */
    VectorFloat64Table(boolean everything) {
        Unary.table().forEach(op -> unary.add(null));
        Binary.table().forEach(op -> binary.add(null));
        fillSingles();
        fillPairs();
        if (everything) {
            fillElementary();
            fillLogistic();
            fillGelu();
        }
    }

    @Nullable
    UnaryLoops<double[]> of(Unary op) {
        return op.index() == -1 ? null : unary.get(op.index());
    }

    @Nullable
    BinaryLoops<double[]> of(Binary op) {
        return op.index() == -1 ? null : binary.get(op.index());
    }

    /** Whether an operation is one short loop, which is compiled soon and gives the bits of the plain one. */
    boolean isSimple(Op op) {
        if (op instanceof Unary) {
            int index = ((Unary) op).index();
            return index != -1 && singles[index];
        }
        return op instanceof Binary && op != Binary.BCE_WITH_LOGITS && of((Binary) op) != null;
    }

    private void fillSingles() {
        single(Unary.NEG, VectorFloat64Algebra::neg, VectorFloat64Algebra::negSlope);
        single(Unary.SQUARE, VectorFloat64Algebra::square, VectorFloat64Algebra::squareSlope);
        single(Unary.RECIPROCAL, VectorFloat64Algebra::reciprocal, VectorFloat64Algebra::reciprocalSlope);
        single(Unary.SQRT, VectorFloat64Algebra::sqrt, VectorFloat64Algebra::sqrtSlope);
        single(Unary.ABS, VectorFloat64Kinked::abs, VectorFloat64Kinked::absSlope);
        single(Unary.RELU, VectorFloat64Kinked::relu, VectorFloat64Kinked::reluSlope);
        single(Unary.leakyRelu(1), VectorFloat64Kinked::leakyRelu, VectorFloat64Kinked::leakyReluSlope);
        single(Unary.clamp(-1, 1), VectorFloat64Kinked::clamp, VectorFloat64Kinked::clampSlope);
    }

    private void fillElementary() {
        UnaryLoops.Loop<double[]> exp = VectorFloat64Exponentials::exp;
        UnaryLoops.Loop<double[]> rare = Float64Rare.values(Unary.EXP, -EXP_LIMIT, EXP_LIMIT);
        put(Unary.EXP, List.of(exp, rare), List.of(VectorFloat64Exponentials::expSlope));
        UnaryLoops.Loop<double[]> expm1 = VectorFloat64Exponentials::expm1;
        UnaryLoops.Loop<double[]> rare1 = Float64Rare.values(Unary.EXPM1, -EXP_LIMIT, EXP_LIMIT);
        put(Unary.EXPM1, List.of(expm1, rare1), List.of(exp, rare));
        put(
                Unary.elu(1),
                List.of(expm1, rare1, VectorFloat64Kinked::elu),
                List.of(exp, rare, VectorFloat64Kinked::eluSlope));
        put(Unary.LOG, logarithms.log(), List.of(VectorFloat64Logarithms::logSlope));
        put(Unary.LOG1P, logarithms.log1p(), List.of(VectorFloat64Logarithms::log1pSlope));
        put(
                Unary.TANH,
                List.of(tanh::growth, tanh::quotient, VectorFloat64Tanh::signed),
                List.of(VectorFloat64Tanh::slope, Float64Rare.slopes(Unary.TANH, -EXP_LIMIT / 2, EXP_LIMIT / 2)));
    }

    private void fillLogistic() {
        logistic(Unary.SIGMOID, List.of(logistic::sigmoid), List.of(logistic::sigmoidSlope));
        logistic(Unary.SILU, List.of(logistic::silu), List.of(logistic::siluSlope));
        logistic(Unary.SOFTPLUS, List.of(logistic::grow, logistic::softplus), List.of(logistic::sigmoid));
        logistic(Unary.LOG_SIGMOID, List.of(logistic::grow, logistic::logSigmoid), List.of(logistic::mirrored));
    }

    /** What follows {@code exp(-|x|)}. */
    private void logistic(Unary op, List<UnaryLoops.Loop<double[]>> value, List<UnaryLoops.Loop<double[]>> slope) {
        List<UnaryLoops.Loop<double[]>> values = new ArrayList<>(List.of(logistic::decay));
        values.addAll(value);
        values.add(Float64Rare.values(op, -EXP_LIMIT, EXP_LIMIT));
        List<UnaryLoops.Loop<double[]>> slopes = new ArrayList<>(List.of(logistic::decay));
        slopes.addAll(slope);
        slopes.add(Float64Rare.slopes(op, -EXP_LIMIT, EXP_LIMIT));
        put(op, values, slopes);
    }

    private void fillGelu() {
        put(
                Unary.GELU,
                List.of(gelu::bell, gelu::tail, gelu::gelu, Float64Rare.values(Unary.GELU, -BELL_LIMIT, BELL_LIMIT)),
                List.of(
                        gelu::bell,
                        gelu::tail,
                        gelu::geluSlope,
                        Float64Rare.slopes(Unary.GELU, -BELL_LIMIT, BELL_LIMIT)));
        put(
                Unary.GELU_TANH,
                List.of(
                        gelu::cubic,
                        gelu::decay,
                        gelu::geluTanh,
                        Float64Rare.values(Unary.GELU_TANH, -CUBIC_LIMIT, CUBIC_LIMIT)),
                List.of(
                        gelu::cubic,
                        gelu::decay,
                        gelu::geluTanhSlope,
                        Float64Rare.slopes(Unary.GELU_TANH, -CUBIC_LIMIT, CUBIC_LIMIT)));
    }

    /** All pairs, long or short: an operand that is stretched is computed by these, whatever suits the operation. */
    private void fillPairs() {
        pair(Binary.ADD, VectorFloat64Pairs::add, VectorFloat64Pairs::plus, VectorFloat64Pairs::plus);
        pair(Binary.SUB, VectorFloat64Pairs::sub, VectorFloat64Pairs::plus, VectorFloat64Pairs::minus);
        pair(Binary.MUL, VectorFloat64Pairs::mul, VectorFloat64Pairs::second, VectorFloat64Pairs::first);
        pair(Binary.DIV, VectorFloat64Pairs::div, VectorFloat64Pairs::dividend, VectorFloat64Pairs::divisor);
        pair(Binary.MAXIMUM, VectorFloat64Pairs::maximum, VectorFloat64Pairs::larger, VectorFloat64Pairs::smaller);
        pair(Binary.MINIMUM, VectorFloat64Pairs::minimum, VectorFloat64Pairs::smaller, VectorFloat64Pairs::larger);
        pair(Binary.BCE_WITH_LOGITS, logits::value, logits::left, VectorFloat64Pairs::minusFirst);
    }

    private void single(Unary op, UnaryLoops.Loop<double[]> value, UnaryLoops.Loop<double[]> slope) {
        put(op, List.of(value), List.of(slope));
        singles[op.index()] = true;
    }

    private void put(Unary op, List<UnaryLoops.Loop<double[]>> value, List<UnaryLoops.Loop<double[]>> slope) {
        unary.set(op.index(), new UnaryLoops<>(value, slope));
    }

    private void pair(
            Binary op,
            BinaryLoops.Value<double[]> value,
            BinaryLoops.Slope<double[]> left,
            BinaryLoops.Slope<double[]> right) {
        binary.set(op.index(), new BinaryLoops<>(value, left, right));
    }
}
