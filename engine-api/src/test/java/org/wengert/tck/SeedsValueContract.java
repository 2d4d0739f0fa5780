package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Op;

/** What the founding documents show of a single value; each test begins with the id of its row. */
@Proves(Level.CORE)
public interface SeedsValueContract extends EngineContract {
    private Variable value(double data) {
        return engine().variable(data);
    }

    private static String symbol(Value value) {
        return value.op().map(Op::symbol).orElse("");
    }

    @Test
    default void v1NumbersAddAndMultiplyFromBothSides() {
        Value two = value(2);
        Value three = engine().constant(3);

        Close.assertSame("2 + 3", 5, two.add(3).item());
        Close.assertSame("2 * 3", 6, two.mul(3).item());
        Close.assertSame("3 + 2", 5, three.add(two).item());
        Close.assertSame("3 * 2", 6, three.mul(two).item());
    }

    @Test
    default void v2EveryOperatorTakesANumberOnEitherSide() {
        Close.assertSame("5 - 2", 3, value(2).rsub(5).item());
        Close.assertSame("6 / 2", 3, value(2).rdiv(6).item());
        Close.assertSame("2 - 5", -3, value(2).sub(5).item());
        Close.assertSame("6 / 4", 1.5, value(6).div(4).item());
        Close.assertSame("2 ** 3", 8, value(2).pow(3).item());
        Close.assertSame("-2", -2, value(2).neg().item());
    }

    @Test
    default void v3AVariableExponentIsAnOperationOfItsOwn() {
        Variable x = value(2);
        Variable k = value(3);
        Value constant = x.pow(3);
        Value variable = x.pow(k);

        variable.backward();

        assertEquals(List.of(x), constant.operands());
        assertEquals(List.of(x, k), variable.operands());
        Close.assertSame("dx", 12, x.grad().item());
        Close.assertClose("dk", tolerances().ulps(4), 8 * Math.log(2), k.grad().item());
    }

    @Test
    default void v4AResultKeepsItsOperationAndItsOperandsInOrder() {
        Variable x = value(2);
        Variable y = value(3);

        assertEquals("+", symbol(x.add(y)));
        assertEquals("*", symbol(x.mul(y)));
        assertEquals("/", symbol(x.div(y)));
        assertEquals("**3", symbol(x.pow(3)));
        assertEquals("**0.5", symbol(x.pow(0.5)));
        assertEquals("tanh", symbol(x.tanh()));
        assertEquals("exp", symbol(x.exp()));
        assertEquals("relu", symbol(x.relu()));
        assertEquals(List.of(y, x), y.div(x).operands());
        assertEquals(List.of(x, x), x.mul(x).operands());
    }

    @Test
    default void v5ThereIsOneTextForm() {
        Value product = value(2).mul(-3).add(10).mul(-2);

        assertEquals("Value(data=-8.0)", product.toString());
        assertEquals("Value(data=5.0)", value(5).label("b").toString());
    }

    @Test
    default void v6TheDerivativeOfExpIsItsValue() {
        Variable x = value(1);
        Value y = x.exp();
        y.backward();

        Close.assertClose("exp(1)", tolerances().ulps(4), 2.718281828459045, y.item());
        Close.assertSame("gradient", y.item(), x.grad().item());
    }

    @Test
    default void v7TheDerivativeOfAPower() {
        Variable x = value(3);
        Value y = x.pow(2);
        y.backward();

        Close.assertSame("value", 9, y.item());
        Close.assertSame("gradient", 6, x.grad().item());
    }

    @Test
    default void v8ReluIsZeroAtZeroWithGradientZero() {
        for (double[] row : new double[][] {{-1, 0, 0}, {2, 2, 1}, {0, 0, 0}}) {
            Variable x = value(row[0]);
            Value y = x.relu();
            y.backward();
            Close.assertSame("relu(" + row[0] + ")", row[1], y.item());
            Close.assertSame("its gradient", row[2], x.grad().item());
        }
        Close.assertSame("relu(NaN)", Double.NaN, value(Double.NaN).relu().item());
    }

    @Test
    default void v9ALabelIsOptionalAndChangeable() {
        Variable x = value(3);
        Value y = x.mul(x).label("y");
        y.label("square");
        y.backward();

        assertEquals("square", y.label());
        assertEquals("", x.label());
        Close.assertSame("gradient", 6, x.grad().item());
    }

    @Test
    default void v10TheExampleOfMicrogradsReadme() {
        Variable a = value(-4);
        Variable b = value(2);

        Value g = SeedGraphs.micrograd(a, b);
        g.backward();

        Close.Rule rule = tolerances().seed();
        Close.assertClose("g", rule, 24.70408163265306, g.item());
        Close.assertClose("da", rule, 138.83381924198252, a.grad().item());
        Close.assertClose("db", rule, 645.5772594752186, b.grad().item());
    }

    @Test
    default void v11TheExampleOfMicrogradsTest() {
        Variable x = value(-4);
        Value z = x.mul(2).add(2).add(x);
        Value q = z.relu().add(z.mul(x));
        Value h = z.mul(z).relu();
        Value y = h.add(q).add(q.mul(x));
        y.backward();

        Close.assertSame("y", -20, y.item());
        Close.assertSame("dx", 46, x.grad().item());
    }
}
