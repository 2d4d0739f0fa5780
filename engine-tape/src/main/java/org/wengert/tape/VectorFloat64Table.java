package org.wengert.tape;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wengert.op.Binary;
import org.wengert.op.Unary;

/** Which loops serve which operation. One without an entry is left to the plain kernels, as is a user's own. */
final class VectorFloat64Table {
    private final List<@Nullable UnaryLoops<double[]>> unary = new ArrayList<>();
    private final List<@Nullable BinaryLoops<double[]>> binary = new ArrayList<>();

    VectorFloat64Table() {
        Unary.table().forEach(op -> unary.add(null));
        Binary.table().forEach(op -> binary.add(null));
        fillSingles();
        fillPairs();
    }

    @Nullable
    UnaryLoops<double[]> of(Unary op) {
        return op.index() == -1 ? null : unary.get(op.index());
    }

    @Nullable
    BinaryLoops<double[]> of(Binary op) {
        return op.index() == -1 ? null : binary.get(op.index());
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

    private void fillPairs() {
        pair(Binary.ADD, VectorFloat64Pairs::add, VectorFloat64Pairs::plus, VectorFloat64Pairs::plus);
        pair(Binary.SUB, VectorFloat64Pairs::sub, VectorFloat64Pairs::plus, VectorFloat64Pairs::minus);
        pair(Binary.MUL, VectorFloat64Pairs::mul, VectorFloat64Pairs::second, VectorFloat64Pairs::first);
        pair(Binary.DIV, VectorFloat64Pairs::div, VectorFloat64Pairs::dividend, VectorFloat64Pairs::divisor);
        pair(Binary.MAXIMUM, VectorFloat64Pairs::maximum, VectorFloat64Pairs::larger, VectorFloat64Pairs::smaller);
        pair(Binary.MINIMUM, VectorFloat64Pairs::minimum, VectorFloat64Pairs::smaller, VectorFloat64Pairs::larger);
    }

    private void single(Unary op, UnaryLoops.Value<double[]> value, UnaryLoops.Slope<double[]> slope) {
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
