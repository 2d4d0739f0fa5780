package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.tck.Gradients;

class RegularizationTest {
    private static final double ROUNDING = 1e-14;

    private static void check(Regularization penalty, Variable w, double price, double... gradient) {
        Value value = penalty.of(List.of(w));
        value.backward();
        assertEquals(Shape.SCALAR, value.shape());
        Close.assertClose("price", price, value.item(), ROUNDING, 0);
        Close.assertClose("gradient", gradient, w.grad().data(), ROUNDING, 0);
        w.zeroGrad();
    }

    @EachVariant
    void eachPenaltyHasItsPriceAndPull(String name) {
        try (Engine engine = Variant.open(name)) {
            Variable w = engine.variable(Shape.of(3), 1.5, 0, -2).label("w");
            check(Regularization.l1(0.1), w, 0.35, 0.1, 0, -0.1);
            check(Regularization.l2(0.1), w, 0.625, 0.3, 0, -0.4);
            check(Regularization.elastic(0.1, 0.01), w, 0.35 + 0.0625, 0.1 + 0.03, 0, -0.1 - 0.04);
        }
    }

    @EachVariant
    void itsPullIsTheSlopeOfItsPrice(String name) {
        try (Engine engine = Variant.open(name)) {
            Variable a = engine.variable(Shape.of(2, 2), 1.5, 0.3, -2, 4).label("a");
            Variable b = engine.variable(-0.75).label("b");
            Regularization elastic = Regularization.elastic(0.2, 0.3);
            Gradients.assertCorrect(() -> elastic.of(List.of(a, b)), a, b);
        }
    }

    @EachVariant
    void onlyWhatIsNamedIsHeldSmall(String name) {
        try (Engine engine = Variant.open(name)) {
            Mlp model = Mlp.of(engine, 2, Activation.TANH, 3, 1)
                    .initialize(Initializer.UNIFORM, Initializer.UNIFORM, Randoms.seeded(1));
            List<Variable> all = model.variables();
            Regularization l2 = Regularization.l2(0.5);
            double weights = l2.of(List.of(all.get(0), all.get(2))).item();

            assertEquals(weights, l2.named("*.weight").of(all).item());
            assertEquals(
                    l2.of(all.subList(0, 2)).item(),
                    l2.named("layers.0.*").of(all).item());
            assertEquals(
                    weights, l2.only(List.of(all.get(0), all.get(2))).of(all).item());
            Refused.with(
                    ModelException.class,
                    "regularization: no variable has the name '*.gamma': there are layers.0.weight, layers.0.bias,"
                            + " layers.1.weight, layers.1.bias",
                    () -> l2.named("*.gamma").of(all));
        }
    }

    @Test
    void penaltiesOfNothingOrBelowNothingAreRefused() {
        Refused.with(
                ModelException.class,
                "l1: no variables: there is nothing to hold small",
                () -> Regularization.l1(1).of(List.of()));
        Refused.with(
                ModelException.class,
                "l1: alpha must be a finite number from 0: got -1.0",
                () -> Regularization.elastic(-1, 1));
        Refused.with(
                ModelException.class,
                "l2: alpha must be a finite number from 0: got NaN",
                () -> Regularization.l2(Double.NaN));
    }
}
