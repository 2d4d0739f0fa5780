package org.wengert.tape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Binary;

/** Adjoints that the sweep carries past the rows of a sum of products are there all the same. */
class SumsOfProductsTest {
    private Engine engine;
    private Variable a;
    private Variable b;
    private Variable c;

    @BeforeEach
    void open() {
        engine = Engines.open("tape");
        a = engine.variable(2);
        b = engine.variable(3);
        c = engine.variable(5);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static void assertGradients(double[] expected, Value... values) {
        assertArrayEquals(
                expected,
                Stream.of(values).mapToDouble(value -> value.grad().item()).toArray());
    }

    @Test
    void whatOnlyTheSumUsesHasItsGradient() {
        Value before = c.square();
        Value product = a.mul(b);
        Value sum = before.add(product);

        sum.mul(7).backward();

        assertGradients(new double[] {7, 7, 7, 21, 14, 70}, sum, product, before, a, b, c);
    }

    @Test
    void aSumOfAProductNamesItsOperandsInOrder() {
        Value before = c.square();
        Value product = a.mul(b);
        Value sum = before.add(product);

        assertEquals(Optional.of(Binary.ADD), sum.op());
        assertEquals(List.of(before, product), sum.operands());
    }

    @Test
    void aProductThatIsUsedOnceMoreGetsBothShares() {
        Value before = c.square();
        Value product = a.mul(b);
        Value sum = before.add(product);

        sum.mul(product).backward(); // (25 + 6) * 6

        assertGradients(new double[] {6, 37, 6, 111, 74, 60}, sum, product, before, a, b, c);
    }

    @Test
    void theSumSoFarThatIsUsedOnceMoreGetsBothShares() {
        Value before = c.square();
        Value product = a.mul(b);
        Value sum = before.add(product);

        sum.mul(before).backward(); // (25 + 6) * 25

        assertGradients(new double[] {25, 25, 56, 75, 50, 560}, sum, product, before, a, b, c);
    }

    @Test
    void aProductOfTheSumSoFarAddedToItGivesAllShares() {
        Value before = c.square();
        Value product = before.mul(before);
        before.add(product).backward(); // c^2 + c^4

        assertGradients(new double[] {1, 51, 510}, product, before, c);
    }

    @Test
    void aProductAddedToItselfGivesTwoShares() {
        Value product = a.mul(b);
        product.add(product).backward();

        assertGradients(new double[] {2, 6, 4}, product, a, b);
    }

    @Test
    void anInnerValueCanBeTheRootAndTheSumAfterIt() {
        Value before = c.square();
        Value product = a.mul(b);
        Value sum = before.add(product);

        product.backward();
        assertGradients(new double[] {0, 1, 0, 3, 2, 0}, sum, product, before, a, b, c);
        before.backward();
        assertGradients(new double[] {0, 0, 1, 3, 2, 10}, sum, product, before, a, b, c);
        sum.backward();
        assertGradients(new double[] {1, 1, 1, 6, 4, 20}, sum, product, before, a, b, c);
    }

    @Test
    void aSumTheRootDoesNotDependOnPassesNothingOn() {
        Value before = c.square();
        Value product = a.mul(b);
        Value sum = before.add(product);

        product.mul(7).backward();

        assertGradients(new double[] {0, 7, 0, 21, 14, 0}, sum, product, before, a, b, c);
    }

    @Test
    void aSumRecordedAfterTheSweepLeavesGradientsAsTheyWere() {
        Value before = c.square();
        Value product = a.mul(b);
        before.mul(product).backward();

        before.add(product);

        assertGradients(new double[] {25, 6, 75, 50, 60}, product, before, a, b, c);
    }

    @Test
    void gradientsOutliveTheScopeOfTheSum() {
        Value before = c.square();
        try (Scope scope = engine.scope()) {
            before.add(a.mul(b)).add(b.mul(b)).backward();
        }
        assertGradients(new double[] {1, 3, 8, 10}, before, a, b, c);

        before = c.square();
        Value product = a.mul(b);
        try (Scope scope = engine.scope()) {
            before.add(product).mul(7).backward();
        }
        assertGradients(new double[] {7, 7}, before, product);
    }

    @Test
    void anInfiniteSlopeMeetsAZeroThatArrivesAndNoneThatDoesNot() {
        Variable zero = engine.variable(0);
        Value root = zero.log();
        Value sum = root.mul(1).add(a.mul(b));

        sum.mul(0).backward();
        assertGradients(new double[] {Double.NaN, 0}, zero, a);
        zero.zeroGrad();
        a.mul(b).backward();
        assertGradients(new double[] {0, 3}, zero, a);
    }

    /** A dot product and all gradients, sums written one way or the other; only one is swept as a sum of products. */
    private static double[] gradients(Engine engine, BinaryOperator<Value> sum) {
        Random random = new Random(7);
        List<Value> values = new ArrayList<>();
        try (Scope scope = engine.scope()) {
            for (int i = 0; i < 20; i++) {
                values.add(engine.variable(random.nextGaussian()));
            }
            Value total = values.get(0).mul(values.get(1));
            for (int i = 0; i < 200; i++) {
                Value product = values.get(random.nextInt(values.size())).mul(values.get(random.nextInt(20)));
                total = sum.apply(total, product);
                if (random.nextInt(4) == 0) {
                    values.add(random.nextBoolean() ? total.tanh() : product);
                    total = values.get(random.nextInt(values.size())).mul(values.get(3));
                }
                values.add(total);
            }
            total.backward();
            return values.stream().mapToDouble(value -> value.grad().item()).toArray();
        }
    }

    @Test
    void gradientsAreTheSameBitsWhicheverOperandIsTheProduct() {
        double[] expected = gradients(engine, (total, product) -> product.add(total));

        assertArrayEquals(expected, gradients(engine, Value::add));
        assertTrue(Arrays.stream(expected).filter(g -> g != 0).count() > 20);
    }
}
