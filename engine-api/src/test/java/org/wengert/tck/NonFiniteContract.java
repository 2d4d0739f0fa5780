package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wengert.Graph;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

/** NaN and infinities go where arithmetic sends them, and nowhere else: no shortcut around zeros, no leak. */
@Proves(Level.NUMERICS)
public interface NonFiniteContract extends EngineContract {
    @Test
    default void aPartThatIsNotReachedDoesNotPoisonGradients() {
        Variable x = engine().variable(0);
        Value infiniteSlope = x.sqrt();
        Value root = x.mul(3);

        root.backward();

        Close.assertSame("gradient", 3, x.grad().item());
        Close.assertSame("the other part", 0, infiniteSlope.grad().item());
    }

    @Test
    default void anArrayThatIsNotReachedDoesNotPoisonGradients() {
        Variable x = engine().variable(Shape.of(2), 0, 4);
        Value infiniteSlope = x.sqrt().add(x.log());
        Value root = x.mul(3).sum();

        root.backward();

        Close.assertSame("gradient", new double[] {3, 3}, x.grad().data());
        Close.assertSame("the other part", new double[2], infiniteSlope.grad().data());
    }

    @Test
    default void zeroUpstreamTimesAnInfiniteSlopeIsNaN() {
        Variable x = engine().variable(0);
        Variable array = engine().variable(Shape.of(2), 0, 4);

        x.sqrt().mul(0).backward();
        array.sqrt().mul(0).sum().backward();

        Close.assertSame("scalar", Double.NaN, x.grad().item());
        Close.assertSame("array", new double[] {Double.NaN, 0}, array.grad().data());
    }

    @Test
    default void aProductDoesNotSkipZeros() {
        Variable a = engine().variable(new double[][] {{0, 1}, {0, 0}});
        Variable b = engine().variable(new double[][] {{Double.POSITIVE_INFINITY, 1}, {2, Double.NaN}});

        Value y = a.matmul(b);
        y.backward(0, 0, 1, 0);

        Close.assertSame("product", new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN}, y.data());
        // dA = dY B^T, dB = A^T dY
        Close.assertSame(
                "left gradient",
                new double[] {Double.NaN, Double.NaN, Double.POSITIVE_INFINITY, Double.NaN},
                a.grad().data());
        Close.assertSame("right gradient", new double[] {0, 0, 0, 0}, b.grad().data());
    }

    @Test
    default void aProductDoesNotSkipZeroFactorsOfAnInfiniteUpstream() {
        Variable a = engine().variable(new double[][] {{0, 1}});
        Variable b = engine().variable(new double[][] {{0}, {2}});

        a.matmul(b).backward(Double.POSITIVE_INFINITY);

        double[] zeroTimesInfinity = {Double.NaN, Double.POSITIVE_INFINITY};
        Close.assertSame("left gradient", zeroTimesInfinity, a.grad().data());
        Close.assertSame("right gradient", zeroTimesInfinity, b.grad().data());
    }

    @Test
    default void aNaNStaysInItsOwnElement() {
        Variable x = engine().variable(Shape.of(3), 1, Double.NaN, 3);

        Value y = x.mul(2).tanh();
        y.sum().backward();

        Close.assertClose(
                "value", tolerances().table(), new double[] {Math.tanh(2), Double.NaN, Math.tanh(6)}, y.data());
        assertEquals(Double.NaN, x.grad().data()[1]);
        assertEquals(2, Arrays.stream(x.grad().data()).filter(Double::isFinite).count());
    }

    @Test
    default void aChoiceDoesNotLeakFromTheOperandNotTaken() {
        Variable a = engine().variable(Shape.of(2), Double.NaN, 1);
        Variable b = engine().variable(Shape.of(2), 2, Double.POSITIVE_INFINITY);

        Value y = a.where(Shape.of(2), new boolean[] {false, true}, b);
        y.backward(10, 100);

        Close.assertSame("where", new double[] {2, 1}, y.data());
        Close.assertSame("left", new double[] {0, 100}, a.grad().data());
        Close.assertSame("right", new double[] {10, 0}, b.grad().data());
    }

    @Test
    default void aChoiceGivesNothingEvenOfAnInfiniteUpstreamToTheOperandNotTaken() {
        Variable a = engine().variable(Shape.of(2), 1, 2);
        Variable b = engine().variable(Shape.of(2), 3, 4);

        a.where(Shape.of(2), new boolean[] {false, true}, b).backward(Double.POSITIVE_INFINITY, Double.NaN);

        Close.assertSame("left", new double[] {0, Double.NaN}, a.grad().data());
        Close.assertSame(
                "right", new double[] {Double.POSITIVE_INFINITY, 0}, b.grad().data());
    }

    @Test
    default void theFirstNumberThatIsNotFiniteIsFound() {
        Variable x = engine().variable(-1);
        Value log = x.mul(2).log();
        Value root = log.add(1).mul(x);

        assertEquals(Optional.of(log), Graph.firstNonFinite(root));
        assertEquals(Optional.empty(), Graph.firstNonFinite(x.mul(2)));
    }

    @Test
    default void tiesOfAReductionShareEqually() {
        Variable x = engine().variable(new double[][] {{2, 1, 2}, {-1, 0, -1}});

        x.max(1).backward(1, 10);
        Close.assertSame("max", new double[] {0.5, 0, 0.5, 0, 10, 0}, x.grad().data());
        x.zeroGrad();
        x.min(1).backward(1, 10);
        Close.assertSame("min", new double[] {0, 1, 0, 5, 0, 5}, x.grad().data());
        x.zeroGrad();
        engine().constant(0).add(x).mul(0).max().backward();
        Close.assertSame("all tie", new double[6], x.grad().data());
    }

    @Test
    default void zerosOfEitherSignTie() {
        Variable x = engine().variable(Shape.of(2), 0.0, -0.0);

        x.max().backward();

        Close.assertSame("gradient", new double[] {0.5, 0.5}, x.grad().data());
    }

    @Test
    default void aReductionOfNaNIsNaN() {
        Variable x = engine().variable(Shape.of(3), 1, Double.NaN, 3);

        Close.assertSame("max", Double.NaN, x.max().item());
        Close.assertSame("min", Double.NaN, x.min().item());
        Close.assertSame("sum", Double.NaN, x.sum().item());
        Close.assertSame("mean", Double.NaN, x.mean().item());
        Close.assertSame("logSumExp", Double.NaN, x.logSumExp().item());
        Close.assertSame(
                "softmax",
                new double[] {Double.NaN, Double.NaN, Double.NaN},
                x.softmax(0).data());
    }

    @Test
    default void reductionsOfNothingAreStated() {
        Variable x = engine().variable(new double[][] {{}, {}});

        Close.assertSame("sum", new double[2], x.sum(1).data());
        Close.assertSame(
                "mean", new double[] {Double.NaN, Double.NaN}, x.mean(1).data());
        double none = Double.NEGATIVE_INFINITY;
        Close.assertSame("logSumExp", new double[] {none, none}, x.logSumExp(1).data());
        x.sum().add(x.mean()).add(x.logSumExp()).backward();
        assertEquals(0, x.grad().data().length);
    }

    @Test
    default void logitsOfAnySizeNeitherOverflowNorLoseTheirGradient() {
        Variable x = engine().variable(new double[][] {{1000, 0}, {-1000, 1000}, {800, 800}});

        x.crossEntropy(1, 1, 0).sum().backward();

        Close.assertSame(
                "gradient", new double[] {1, -1, 0, 0, -0.5, 0.5}, x.grad().data());
        Close.assertClose(
                "loss",
                tolerances().table(),
                new double[] {1000, 0, Math.log(2)},
                x.crossEntropy(1, 1, 0).data());
    }

    @Test
    default void theLargestLogitIsFoundWhereverItStandsAndNaNSpoilsItsRow() {
        double nan = Double.NaN;
        Variable x = engine().variable(new double[][] {{0, 1000, 1}, {nan, 1, 2}, {1, nan, 2}, {1, 2, nan}});

        Value losses = x.crossEntropy(1, 2, 2, 0);
        losses.backward(1, 1, 1, 1);

        Close.assertSame("loss", new double[] {0, nan, nan, nan}, losses.data());
        Close.assertSame(
                "gradient",
                new double[] {0, 0, 0, nan, nan, nan, nan, nan, nan, nan, nan, nan},
                x.grad().data());
    }

    @Test
    default void sumsOfExponentialsNeitherOverflowNorUnderflow() {
        Variable x = engine().variable(new double[][] {{1000, 0}, {-1000, -1000}});

        Value logSumExp = x.logSumExp(1);
        Value softmax = x.softmax(1);
        logSumExp.backward(1, 1);

        double[] shares = {1, 0, 0.5, 0.5};
        Close.assertClose("logSumExp", tolerances().table(), new double[] {1000, Math.log(2) - 1000}, logSumExp.data());
        Close.assertSame("softmax", shares, softmax.data());
        Close.assertSame("gradient of logSumExp", shares, x.grad().data());
    }
}
