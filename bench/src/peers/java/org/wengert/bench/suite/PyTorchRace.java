package org.wengert.bench.suite;

import org.openjdk.jmh.annotations.Param;

/**
 * The {@link Race} of PyTorch, through DJL: the same network, weights, batches and settings.
 *
 * <pre>{@code
 * mvn -Ppeers package
 * java -Dwengert.bench.data=FOLDER -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.PyTorchRace
 * }</pre>
 */
public class PyTorchRace extends Race {
    /** What numbers are kept and computed in. */
    @Param({Variant.FLOAT32, Variant.FLOAT64})
    public String precision = "";

    /** How many PyTorch splits one operation among. */
    @Param("2")
    public String threads = "";

    @Override
    Racer open(RaceTask at) {
        System.setProperty("ai.djl.pytorch.num_threads", threads);
        return new PyTorchRacer(at, precision);
    }

    @Override
    void require(RaceTask at) {
        System.setProperty("ai.djl.pytorch.num_threads", threads);
        Workload workload = at.workload();
        Problem problem = Problem.of(workload);
        Agreement.require(workload, problem, precision, rate -> new PyTorchStep(workload, problem, precision, rate));
    }
}
