package org.wengert.tape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wengert.Configuration;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Unary;

/** Loops that go piece by piece give an array's every number the bits that it has by itself. */
class LongArraysTest {
    /** Of scratch memory, two pieces and a part of a third, which ends amid a vector. */
    private static final int LONG = 2 * Float64Stretch.PIECE + 77;

    private static final int SHORT = 50;

    static Stream<Arguments> kernels() {
        return Stream.of("plain", "auto")
                .flatMap(kernels -> Stream.of("float64", "float32").map(precision -> Arguments.of(kernels, precision)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("kernels")
    void valuesAndGradientsAreThoseOfShortArrays(String kernels, String precision) {
        Map<String, String> settings =
                Map.of(TapeEngineProvider.PRECISION, precision, TapeEngineProvider.KERNELS, kernels);
        List<Op> ops = new ArrayList<>(Unary.table());
        ops.addAll(Binary.table());
        Random random = new Random(5);
        double[] a = random.doubles(LONG, 0.1, 0.9).toArray();
        double[] b = random.doubles(LONG, 0.1, 0.9).toArray();
        double[] seeds = random.doubles(LONG, -1, 1).toArray();
        try (Engine engine =
                Engines.open(new TapeEngineProvider(), Configuration.of(settings, Map.of(), Map.of(), Map.of()))) {
            for (Op op : ops) {
                double[][] whole = run(engine, op, a, b, seeds);
                for (int from = 0; from < LONG; from += SHORT) {
                    int to = Math.min(LONG, from + SHORT);
                    double[][] part = run(engine, op, part(a, from, to), part(b, from, to), part(seeds, from, to));
                    for (int i = 0; i < part.length; i++) {
                        assertArrayEquals(part[i], part(whole[i], from, to), op + ", from " + from);
                    }
                }
            }
        }
    }

    /** The values, and gradients that a first sweep sets and a second adds to. */
    private static double[][] run(Engine engine, Op op, double[] a, double[] b, double... seeds) {
        Variable x = engine.variable(Shape.of(a.length), a);
        Variable y = engine.variable(Shape.of(b.length), b);
        double[] values = {};
        for (int sweep = 0; sweep < 2; sweep++) {
            try (Scope scope = engine.scope()) {
                Value z = op instanceof Unary ? x.apply((Unary) op) : x.apply((Binary) op, y);
                z.backward(seeds);
                values = z.data();
            }
        }
        return new double[][] {values, x.grad().data(), y.grad().data()};
    }

    private static double[] part(double[] x, int from, int to) {
        return Arrays.copyOfRange(x, from, to);
    }
}
