package org.wengert.tck;

import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.wengert.Value;
import org.wengert.Variable;

/** Derivatives that the founding documents take by hand and by number; each test begins with the id of its row. */
@Proves(Level.CORE)
public interface SeedsDerivativeContract extends EngineContract {
    private Variable[] variables(double... data) {
        return Arrays.stream(data).mapToObj(engine()::variable).toArray(Variable[]::new);
    }

    private static Value parabola(Value x) {
        return x.pow(2).mul(3).sub(x.mul(4)).add(5);
    }

    private static Value otherParabola(Value x) {
        return x.pow(2).mul(3).sub(x.mul(7)).add(10);
    }

    private static Value loss(Value a, Value b, Value c, Value f) {
        return a.mul(b).add(c).mul(f);
    }

    private static Value product(Value a, Value b, Value c) {
        return a.mul(3).mul(b).sub(c);
    }

    /** A quotient by a step of 1e-6 is all rounding in single precision: there is nothing to compare. */
    private void assumeDigitsPrinted() {
        if (arithmetic().precision() != Precision.FLOAT64) {
            throw new NotAsked("the digits printed are those of a difference quotient in double precision");
        }
    }

    private double at(Function<Value, Value> function, double x) {
        return function.apply(engine().constant(x)).item();
    }

    @Test
    default void n1AParabolaItsSlopeAndItsMinimum() {
        Variable x = engine().variable(-2);
        Value y = parabola(x);
        y.backward();

        Close.assertSame("f(-2)", 25, y.item());
        Close.assertSame("f'(-2)", -16, x.grad().item());
        Close.assertClose("f(-1.999)", tolerances().seed(), 24.984003, at(SeedsDerivativeContract::parabola, -1.999));
        x.set(2.0 / 3);
        x.zeroGrad();
        Value minimum = parabola(x);
        minimum.backward();
        Close.assertClose("f(2/3)", tolerances().seed(), 3.6666666666666665, minimum.item());
        Close.assertClose("f'(2/3)", tolerances().nothing(), 0, x.grad().item());
    }

    @Test
    default void n2TheExpressionHasItsValue() {
        Variable[] v = variables(2, -3, 10, -2);

        Close.assertSame("L", -8, loss(v[0], v[1], v[2], v[3]).item());
    }

    @Test
    default void n3TheExpressionMovesByItsSlope() {
        assumeDigitsPrinted();
        Variable[] v = variables(2.0001, -3, 10, -2);
        double moved = loss(v[0], v[1], v[2], v[3]).item();

        Close.assertSame("L", -7.999399999999998, moved);
        Close.assertSame("slope", 6.000000000021544, (moved - -8.0) / 1e-4);
    }

    @Test
    default void n4BackwardOfTheExpression() {
        Variable[] v = variables(2, -3, 10, -2);
        Value e = v[0].mul(v[1]);
        Value d = e.add(v[2]);
        Value loss = d.mul(v[3]);
        loss.backward();

        Close.assertSame("L", 1, loss.grad().item());
        Close.assertSame("f", 4, v[3].grad().item());
        Close.assertSame("d", -2, d.grad().item());
        Close.assertSame("c", -2, v[2].grad().item());
        Close.assertSame("e", -2, e.grad().item());
        Close.assertSame("b", -4, v[1].grad().item());
        Close.assertSame("a", 6, v[0].grad().item());
    }

    @Test
    default void n5BackwardByHandGivesTheSameBits() {
        Variable[] v = variables(2.3, -3.1, 10.7, -2.9);
        Value e = v[0].mul(v[1]);
        Value d = e.add(v[2]);
        Value loss = d.mul(v[3]);
        loss.backward();

        double dd = 1 * v[3].item();
        double df = 1 * d.item();
        Close.assertSame("d", dd, d.grad().item());
        Close.assertSame("f", df, v[3].grad().item());
        Close.assertSame("e", dd, e.grad().item());
        Close.assertSame("c", dd, v[2].grad().item());
        Close.assertSame("a", arithmetic().round(dd * v[1].item()), v[0].grad().item());
        Close.assertSame("b", arithmetic().round(dd * v[0].item()), v[1].grad().item());
    }

    @Test
    default void n6ADerivativeAndItsForwardDifference() {
        Variable x = engine().variable(3);
        otherParabola(x).backward();
        Close.assertSame("derivative", 11, x.grad().item());

        assumeDigitsPrinted();
        double difference =
                (at(SeedsDerivativeContract::otherParabola, 3 + 1e-6) - at(SeedsDerivativeContract::otherParabola, 3))
                        / 1e-6;

        Close.assertSame("forward difference", 11.000003002692438, difference);
    }

    @Test
    default void n7OneStepDownTheParabola() {
        Variable x = engine().variable(3);
        Value before = otherParabola(x);
        before.backward();
        Close.assertSame("before", 16, before.item());

        double gradient = x.grad().item();
        Close.assertClose(
                "after, by the derivative",
                tolerances().seed(),
                14.8263,
                at(SeedsDerivativeContract::otherParabola, 3 - 0.01 * gradient));
        Close.assertClose(
                "after, by the difference",
                tolerances().seed(),
                14.826299689521605,
                at(SeedsDerivativeContract::otherParabola, 3 - 0.01 * 11.000003002692438));
    }

    private double product(double... at) {
        Variable[] v = variables(at);
        return product(v[0], v[1], v[2]).item();
    }

    @Test
    default void n8AFunctionOfThreeAndOneStepDown() {
        double h = 1e-6;
        Variable[] v = variables(1, 2, 3);
        Value before = product(v[0], v[1], v[2]);
        before.backward();

        double[] printed = {5.999999999062311, 3.000000000419334, -1.000000000139778};
        Close.assertSame("before", 3, before.item());
        Close.assertSame(
                "gradient",
                new double[] {6, 3, -1},
                v[0].grad().item(),
                v[1].grad().item(),
                v[2].grad().item());
        double moved = product(1 - 0.01 * printed[0], 2 - 0.01 * printed[1], 3 - 0.01 * printed[2]);
        Close.assertClose("after, by the differences", tolerances().seed(), 2.5454000000421946, moved);
        Close.assertClose("after, by the gradient", tolerances().seed(), 2.5454, product(0.94, 1.97, 3.01));
        assumeDigitsPrinted();
        double[] differences = {
            (product(1 + h, 2, 3) - 3) / h, (product(1, 2 + h, 3) - 3) / h, (product(1, 2, 3 + h) - 3) / h
        };
        Close.assertSame("differences", printed, differences);
    }

    @Test
    default void n9AFunctionWithTwoResultsHasAJacobian() {
        Variable[] v = variables(1, 2, 3);
        Value first = product(v[0], v[1], v[2]);
        Value second = v[0].mul(v[2]).add(v[1].mul(7));
        Value both = engine().concat(0, first.reshape(1), second.reshape(1));

        Close.assertSame("values", new double[] {3, 17}, both.data());
        both.backward(1, 0);
        Close.assertSame("first row", new double[] {6, 3, -1}, gradients(v));
        both.backward(0, 1);
        Close.assertSame("second row", new double[] {3, 7, 1}, gradients(v));
    }

    /** The gradients of variables, which are zeroed. */
    private static double[] gradients(Variable... variables) {
        double[] gradients = new double[variables.length];
        for (int i = 0; i < gradients.length; i++) {
            gradients[i] = variables[i].grad().item();
            variables[i].zeroGrad();
        }
        return gradients;
    }

    /** Value and gradients of x1, w1, x2, w2 of the neuron with this bias. */
    private double[] neuron(double bias, Function<Value, Value> tanh) {
        Variable[] v = variables(2, 0, -3, 1, bias);
        Value o = tanh.apply(SeedGraphs.neuron(v[0], v[1], v[2], v[3], v[4]));
        o.backward();
        double[] gradients = gradients(v);
        return new double[] {o.item(), gradients[0], gradients[2], gradients[1], gradients[3]};
    }

    /** The same by hand, from the bias that the engine holds. */
    private double[] neuronByHand(double bias) {
        double o = Math.tanh(2 * -3 + arithmetic().round(bias));
        double slope = 1 - o * o;
        return new double[] {o, -3 * slope, 2 * slope, slope, 0};
    }

    /** Compares with digits that were printed for this bias, or with those of the nearest bias that the engine holds. */
    private void assertNeuron(double bias, Close.Rule rule, double... printed) {
        double[] expected = arithmetic().precision().holds(bias) ? printed : neuronByHand(bias);
        Close.assertClose("o, x1, w1, x2, w2", rule, expected, neuron(bias, Value::tanh));
    }

    @Test
    default void n10TheNeuron() {
        double bias = 6.8813735870194432;
        Variable[] v = variables(2, 0, -3, 1, bias);
        Close.assertClose(
                "n",
                tolerances().ulps(4),
                arithmetic().round(bias) - 6,
                SeedGraphs.neuron(v[0], v[1], v[2], v[3], v[4]).item());

        assertNeuron(
                bias,
                tolerances().ulps(4),
                0.7071067811864973,
                -1.5000000000002132,
                1.000000000000142,
                0.500000000000071,
                0);
    }

    @Test
    default void n11TheNeuronWithTheBiasThatWasMeant() {
        double bias = 6.8813735870195432;

        assertNeuron(bias, tolerances().ulps(4), neuronByHand(bias));
        assertNeuron(bias, tolerances().few(), 0.7071067811865476, -1.5, 1, 0.5, 0);
    }

    @Test
    default void n12TheNeuronWithABiasRoundedToSinglePrecision() {
        double bias = (float) 6.8813735870194432;

        Close.assertSame("bias", 6.881373405456543, bias);
        assertNeuron(
                bias,
                tolerances().few(),
                0.7071066904050358,
                -1.5000003851533106,
                1.0000002567688737,
                0.5000001283844369,
                0);
    }

    @Test
    default void n13TanhComposedOfExponentialsHasTheSameGradients() {
        for (double bias : new double[] {6.8813735870194432, 6, 2, -3.5, 15.5}) {
            double[] composed = neuron(bias, n -> {
                Value e = n.mul(2).exp();
                return e.sub(1).div(e.add(1));
            });

            Close.assertClose("bias " + bias, tolerances().composed(), neuron(bias, Value::tanh), composed);
        }
    }
}
