package org.wengert.bench.suite;

import org.openjdk.jmh.annotations.Param;

/**
 * The {@link Race} of PyTorch, through DJL: the same network, weights, batches and settings.
 *
 * <pre>{@code
 * mvn -Ppeers package
 * java -Dbench.data=FOLDER -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.PyTorchRace
 * }</pre>
 */
public class PyTorchRace extends Race {
    /** What numbers are kept and computed in. */
    @Param({Variant.FLOAT32, Variant.FLOAT64})
    public String precision = "";

    /** How many PyTorch splits one operation among; {@code auto} is as many as the machine has cores. */
    @Param(Variant.AUTO)
    public String threads = "";

    private void split() {
        String count = threads.equals(Variant.AUTO)
                ? String.valueOf(Runtime.getRuntime().availableProcessors())
                : threads;
        System.setProperty("ai.djl.pytorch.num_threads", count);
    }

    @Override
    Racer open(RaceTask at) {
        split();
        return new PyTorchRacer(at, precision);
    }

    @Override
    void require(RaceTask at) {
        split();
        Workload workload = at.workload();
        Problem problem = Problem.of(workload);
        Agreement.require(workload, problem, precision, rate -> new PyTorchStep(workload, problem, precision, rate));
    }
}
