package org.wengert.tape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.wengert.Configuration;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.tck.random.Expression;
import org.wengert.tck.random.Program;
import org.wengert.tck.random.Programs;
import org.wengert.tck.random.Recording;

/** Threads change no bit of what random expressions of large arrays give. */
class ThreadsProperties {
    @Provide
    Arbitrary<Program> programs() {
        return Programs.ofAtMost(30);
    }

    @Property(tries = 25, seed = "20240117")
    void theNumberOfThreadsChangesNoBitOfFloat64(@ForAll("programs") Program program) {
        check("float64", program);
    }

    @Property(tries = 25, seed = "20240118")
    void theNumberOfThreadsChangesNoBitOfFloat32(@ForAll("programs") Program program) {
        check("float32", program);
    }

    private static void check(String precision, Program program) {
        Expression expression;
        try (Engine engine = open(precision, 1)) {
            expression = program.large(engine);
        }
        List<double[]> alone = results(precision, 1, expression);
        for (int threads : new int[] {2, 7}) {
            List<double[]> together = results(precision, threads, expression);
            for (int part = 0; part < alone.size(); part++) {
                assertArrayEquals(alone.get(part), together.get(part), threads + " threads, part " + part);
            }
        }
    }

    /** All values, then all gradients. */
    private static List<double[]> results(String precision, int threads, Expression expression) {
        try (Engine engine = open(precision, threads)) {
            Recording recording = Recording.of(engine, expression).backward();
            List<double[]> results = new ArrayList<>();
            for (int v = 0; v < expression.nodes().size(); v++) {
                results.add(recording.value(v).data());
            }
            results.addAll(recording.gradients());
            results.addAll(recording.operationGradients());
            return results;
        }
    }

    private static Engine open(String precision, int threads) {
        Map<String, String> settings =
                Map.of(TapeEngineProvider.PRECISION, precision, TapeEngineProvider.THREADS, Integer.toString(threads));
        return Engines.open(new TapeEngineProvider(), Configuration.of(settings, Map.of(), Map.of(), Map.of()));
    }
}
