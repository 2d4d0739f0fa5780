package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

/** The same calls give the same bits, in the same engine, in another one, and beside others on other threads. */
@Proves(Level.DETERMINISM)
public interface DeterminismContract extends EngineContract {
    /** Loss and gradients of a network with every kind of operation in it. */
    private static Map<String, double[]> bits(Engine engine) {
        Variable x = engine.variable(Shape.of(13, 5), Points.random(1, 65));
        Variable w = engine.variable(Shape.of(5, 7), Points.random(2, 35));
        Variable b = engine.variable(Shape.of(7), Points.random(3, 7));
        Value hidden = x.matmul(w).add(b).tanh();
        Value other = hidden.mul(hidden).sigmoid().sum(1).logSumExp();
        Value loss = hidden.softmax(1)
                .mul(hidden)
                .mean(0)
                .max()
                .add(other)
                .add(hidden.crossEntropy(0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5).mean());
        loss.backward();
        Map<String, double[]> bits = new LinkedHashMap<>();
        bits.put("loss", loss.data());
        bits.put("gradient of the input", x.grad().data());
        bits.put("gradient of the weights", w.grad().data());
        bits.put("gradient of the bias", b.grad().data());
        bits.put("gradient of the hidden layer", hidden.grad().data());
        bits.put("sum of many numbers", many(engine).sum().data());
        bits.put("mean of many numbers", many(engine).mean().data());
        bits.put("product of many numbers", many(engine).matmul(many(engine)).data());
        return bits;
    }

    /** Enough that an engine may share the work, and that no two orders of summation give the same bits. */
    private static Value many(Engine engine) {
        return engine.constant(Shape.of(5000), Points.random(4, 5000)).exp();
    }

    private static void assertBits(String where, Map<String, double[]> expected, Map<String, double[]> actual) {
        expected.forEach((what, numbers) -> assertArrayEquals(numbers, actual.get(what), where + ": " + what));
    }

    @Test
    default void twentyRunsGiveTheSameBits() {
        Map<String, double[]> first = bits(engine());
        for (int run = 0; run < 20; run++) {
            try (Scope scope = engine().scope()) {
                assertBits("in the same engine", first, bits(engine()));
            }
            try (Engine another = open()) {
                assertBits("in another engine", first, bits(another));
            }
        }
    }

    @Test
    default void enginesOnSeveralThreadsGiveTheBitsOfOneAlone() throws InterruptedException {
        Map<String, double[]> alone = bits(engine());
        List<Map<String, double[]>> results = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            Thread thread = new Thread(() -> {
                for (int run = 0; run < 50; run++) {
                    try (Engine engine = open()) {
                        Map<String, double[]> bits = bits(engine);
                        synchronized (results) {
                            results.add(bits);
                        }
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertEquals(200, results.size(), "a thread failed");
        results.forEach(result -> assertBits("on several threads", alone, result));
    }

    @Test
    default void whatWasRecordedBesideARootDoesNotChangeItsGradient() {
        Map<String, double[]> alone = bits(engine());
        Variable x = engine().variable(Shape.of(3), 1, 2, 3);
        x.exp().sum().backward();
        x.log();

        assertBits("beside another root", alone, bits(engine()));
    }
}
