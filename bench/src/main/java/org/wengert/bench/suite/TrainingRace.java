package org.wengert.bench.suite;

import org.openjdk.jmh.annotations.Param;

/**
 * The {@link Race} of the engines: time and steps to 99% at two moons, 96% at handwritten digits and 97.5% at MNIST.
 * What a contender cannot do is skipped.
 *
 * <pre>{@code
 * java -Dbench.data=FOLDER -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.TrainingRace -f 5
 * java -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.TrainingRace -p task=moons -p engine=scalar
 * }</pre>
 */
public class TrainingRace extends Race {
    /** The engine that learns. */
    @Param({"tape", "scalar"})
    public String engine = "";

    /** What numbers are kept and computed in. */
    @Param({Variant.FLOAT64, Variant.FLOAT32})
    public String precision = "";

    private Variant variant() {
        return new Variant(precision, Variant.AUTO, Variant.AUTO);
    }

    @Override
    Racer open(RaceTask at) {
        return new EngineRacer(Contenders.openEngine(engine, variant(), at.workload()), at);
    }

    @Override
    void require(RaceTask at) {
        Workload workload = at.workload();
        Problem problem = Problem.of(workload);
        Agreement.require(
                workload, problem, precision, rate -> Contenders.open(engine, variant(), workload, problem, rate));
    }
}
