package org.wengert.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.wengert.Configuration;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Graph;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Unary;
import org.wengert.tck.example.ListEngineProvider;

/** What paths say and what backward says is one number. */
class ExplanationProperties {
    private static final int OPERATIONS = 12;

    /** Results beyond would make differences of rounding large. */
    private static final double LARGEST = 100;

    /** Of the sum of all absolute products: each is rounded once for each factor, and their sum once for each path. */
    private static final double ROUNDING = 1e-12;

    @Property(tries = 300, seed = "20240117")
    void thePathsOfAnyExpressionAddUpToItsGradient(@ForAll long seed) {
        try (Engine engine = Engines.open(new ListEngineProvider(), Configuration.ofProcess())) {
            List<Value> values = expression(engine, new Random(seed));
            Value loss = values.get(values.size() - 1);
            loss.backward();
            for (Value value : values) {
                List<Double> products = new ArrayList<>();
                enumerate(loss, value, 1, products);
                double most = products.stream().mapToDouble(Math::abs).sum();
                Explanation explanation = Explanation.of(loss, value).limit(Integer.MAX_VALUE);

                if (Graph.operandsFirst(value).stream()
                        .anyMatch(Variable.class::isInstance)) { // others keep no gradient
                    assertEquals(value.grad().item(), explanation.gradient(), ROUNDING * most);
                }
                assertEquals(BigInteger.valueOf(products.size()), explanation.count());
                assertSame(products, explanation.paths());
            }
        }
    }

    private static void assertSame(List<Double> products, List<GradientPath> paths) {
        double[] expected = products.stream().mapToDouble(x -> x).sorted().toArray();
        double[] found =
                paths.stream().mapToDouble(GradientPath::product).sorted().toArray();
        assertEquals(expected.length, found.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], ROUNDING * Math.abs(expected[i]));
        }
        for (int i = 1; i < paths.size(); i++) {
            double before = Math.abs(paths.get(i - 1).product());
            assertTrue(before >= Math.abs(paths.get(i).product()) * (1 - ROUNDING));
        }
    }

    /** All paths by walking back from the loss: right and slow. */
    private static void enumerate(Value at, Value target, double product, List<Double> products) {
        if (at.equals(target)) {
            products.add(product);
            return;
        }
        List<Value> operands = at.operands();
        for (int i = 0; i < operands.size(); i++) {
            enumerate(operands.get(i), target, product * slope(at, i), products);
        }
    }

    private static double slope(Value result, int operand) {
        double[] x = result.operands().stream().mapToDouble(Value::item).toArray();
        double y = result.item();
        return result.op().orElseThrow() instanceof Binary binary
                ? operand == 0 ? binary.left(x[0], x[1], y) : binary.right(x[0], x[1], y)
                : ((Unary) result.op().orElseThrow()).slope(x[0], y);
    }

    private static List<Value> expression(Engine engine, Random random) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            values.add(engine.variable(random.nextGaussian()));
        }
        values.add(engine.constant(random.nextGaussian()));
        List<Op> ops = new ArrayList<>(Unary.table());
        Binary.table().forEach(op -> ops.addAll(List.of(op, op)));
        while (values.size() < 4 + OPERATIONS) {
            Op op = ops.get(random.nextInt(ops.size()));
            Value left = values.get(random.nextInt(values.size()));
            Value right = values.get(values.size() - 1);
            Value result = engine.apply(op, op.arity() == 1 ? List.of(left) : List.of(left, right));
            boolean ordinary = IntStream.range(0, op.arity())
                    .mapToDouble(i -> slope(result, i))
                    .allMatch(slope -> Math.abs(slope) <= LARGEST);
            if (ordinary && Math.abs(result.item()) <= LARGEST) {
                values.add(result);
            }
        }
        return values;
    }
}
