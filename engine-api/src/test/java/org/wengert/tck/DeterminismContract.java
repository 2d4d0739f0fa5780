package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

/** The same calls give the same bits, in the same engine, in another one, and beside others on other threads. */
public interface DeterminismContract extends EngineContract {
    /** Loss and gradients of a network with every kind of operation in it. */
    private static double[] bits(Engine engine) {
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
        List<double[]> parts = List.of(
                loss.data(),
                x.grad().data(),
                w.grad().data(),
                b.grad().data(),
                hidden.grad().data());
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    @Test
    default void twentyRunsGiveTheSameBits() {
        double[] first = bits(engine());
        for (int run = 0; run < 20; run++) {
            try (Scope scope = engine().scope()) {
                assertArrayEquals(first, bits(engine()), "in the same engine");
            }
            try (Engine another = open()) {
                assertArrayEquals(first, bits(another), "in another engine");
            }
        }
    }

    @Test
    default void enginesOnSeveralThreadsGiveTheBitsOfOneAlone() throws InterruptedException {
        double[] alone = bits(engine());
        List<double[]> results = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            Thread thread = new Thread(() -> {
                for (int run = 0; run < 50; run++) {
                    try (Engine engine = open()) {
                        double[] bits = bits(engine);
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

        assertArrayEquals(new int[] {200}, new int[] {results.size()}, "a thread failed");
        results.forEach(result -> assertArrayEquals(alone, result));
    }

    @Test
    default void whatWasRecordedBesideARootDoesNotChangeItsGradient() {
        double[] alone = bits(engine());
        Variable x = engine().variable(Shape.of(3), 1, 2, 3);
        x.exp().sum().backward();
        x.log();

        assertArrayEquals(alone, bits(engine()));
    }
}
