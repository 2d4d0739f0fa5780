package org.wengert.nn.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Variable;
import org.wengert.error.ConfigurationException;
import org.wengert.nn.Close;
import org.wengert.nn.EachVariant;
import org.wengert.nn.Refused;
import org.wengert.nn.Variant;

class GroupTest {
    private static final double ULPS = 1e-14;

    @EachVariant
    void eachGroupHasItsOwnRateAndDecay(String name) {
        try (Engine engine = Variant.open(name)) {
            Variable a = engine.variable(Shape.of(2), 1, -2);
            Variable b = engine.variable(3);
            Variable c = engine.variable(4);
            Variable frozen = engine.variable(5);
            Sgd sgd = new Sgd(
                    0.5,
                    Sgd.Settings.PLAIN,
                    Group.of(List.of(a)).weightDecay(0.25),
                    Group.of(List.of(b)).learningRateFactor(0.1),
                    Group.of(List.of(c)).learningRateFactor(2).decoupledWeightDecay(0.125));

            sgd.minimize(a.sum().add(b).add(c).mul(frozen));

            assertArrayEquals(new double[] {1 - 0.5 * (5 + 0.25), -2 - 0.5 * (5 - 2 * 0.25)}, a.data());
            Close.assertClose("b", 3 - 0.5 * 0.1 * 5, b.item(), ULPS, 0);
            Close.assertClose("c", 4 * (1 - 1 * 0.125) - 5, c.item(), ULPS, 0);
            assertEquals(5, frozen.item());
            assertEquals(List.of(a, b, c), sgd.variables());
        }
    }

    /** Two groups with nothing of their own are one, and what one decays by is nothing to the other. */
    @EachVariant
    void groupsMoveAsOptimizersOfTheirOwnWould(String name) {
        try (Engine engine = Variant.open(name)) {
            double[] start = {1, -2, 3};
            Variable w = engine.variable(Shape.of(3), start);
            Variable b = engine.variable(Shape.of(3), start);
            Variable wApart = engine.variable(Shape.of(3), start);
            Variable bApart = engine.variable(Shape.of(3), start);
            Adam together = new Adam(
                    0.1,
                    Adam.Settings.USUAL,
                    Group.of(List.of(w)).decoupledWeightDecay(0.05),
                    Group.of(List.of(b)).weightDecay(0.03));
            Adam first = Adam.adamW(List.of(wApart), 0.1, 0.05);
            Adam second =
                    new Adam(0.1, Adam.Settings.USUAL, Group.of(List.of(bApart)).weightDecay(0.03));

            for (int step = 0; step < 5; step++) {
                try (Scope scope = engine.scope()) {
                    together.minimize(w.square().sum().add(b.square().sum()));
                    first.minimize(wApart.square().sum());
                    second.minimize(bApart.square().sum());
                }
            }

            assertArrayEquals(wApart.data(), w.data());
            assertArrayEquals(bApart.data(), b.data());
        }
    }

    @Test
    void adamWDecaysByOneHundredthUnlessToldOtherwise() {
        try (Engine engine = Engines.open("scalar")) {
            Variable w = engine.variable(1);
            assertEquals("0.01", Adam.adamW(List.of(w), 0.1).settings().get("groups.0.decoupledWeightDecay"));
            assertEquals("0.0", new Adam(List.of(w), 0.1).settings().get("groups.0.decoupledWeightDecay"));
        }
    }

    @Test
    void groupsThatAreNoneAreRefused() {
        try (Engine engine = Engines.open("scalar")) {
            Variable w = engine.variable(1).label("w");
            Group group = Group.of(List.of(w));
            Refused.with(
                    ConfigurationException.class,
                    "optimizer: no variables: the list is empty",
                    () -> Group.of(List.of()));
            Refused.with(
                    ConfigurationException.class,
                    "optimizer: no variables: there is no group",
                    () -> new Sgd(0.1, Sgd.Settings.PLAIN));
            Refused.with(
                    ConfigurationException.class,
                    "optimizer: a variable stands twice: 'w' of shape []; each moves once a step, in one group",
                    () -> new Sgd(0.1, Sgd.Settings.PLAIN, group, group.weightDecay(1)));
            Refused.with(
                    ConfigurationException.class,
                    "optimizer: the learning rate factor must be a finite number from 0: got -1.0",
                    () -> group.learningRateFactor(-1));
            Refused.with(
                    ConfigurationException.class,
                    "optimizer: the weight decay must be a finite number from 0: got NaN",
                    () -> group.weightDecay(Double.NaN));
            Refused.with(
                    ConfigurationException.class,
                    "optimizer: the decoupled weight decay must be a finite number from 0: got Infinity",
                    () -> group.decoupledWeightDecay(Double.POSITIVE_INFINITY));
        }
    }
}
