package org.wengert.bench.suite;

import org.nd4j.linalg.learning.config.Sgd;
import org.openjdk.jmh.annotations.Param;

/**
 * The {@link Race} of DL4J 1.0.0-M2.1 on ND4J's native backend: the same network, weights, batches and settings.
 *
 * <pre>{@code
 * mvn -Ppeers-jvm package -DskipTests
 * java -cp bench/target/classes:$(cat bench/target/peers-jvm.classpath) org.openjdk.jmh.Main suite.Dl4jRace -p task=moons
 * }</pre>
 */
public class Dl4jRace extends Race {
    private static final double RATE = 0.01;

    /** What numbers are kept and computed in. */
    @Param({Variant.FLOAT64, Variant.FLOAT32})
    public String precision = "";

    @Override
    Racer open(RaceTask at) {
        return new Dl4jRacer(at, precision);
    }

    /** Plain gradient descent shows the gradient. */
    @Override
    void require(RaceTask at) {
        Workload workload = at.workload();
        Problem problem = Problem.of(workload);
        double[] expected = problem.parameters().clone();
        try (Contender reference = new HandStep<>(new LoopKernels(), workload, problem, RATE);
                Dl4jNetwork network = new Dl4jNetwork(workload, problem.parameters(), precision, new Sgd(RATE))) {
            new LoopKernels().sgd(RATE, expected, reference.gradients(), expected.length);
            network.fit(problem.inputs(), problem.targets());
            Agreement.compare(
                    "a parameter after an update",
                    "DL4J",
                    Agreement.tolerance(precision),
                    expected,
                    network.parameters());
        }
    }
}
