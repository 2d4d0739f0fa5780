package org.wengert.bench.suite;

import org.openjdk.jmh.annotations.Fork;

/**
 * The {@link Race} of Spark MLlib 4.1.0, as far as its classifier goes: {@link SparkRacer} says what is different. Its
 * steps are iterations over all samples. Starting its session counts, as opening an engine does.
 *
 * <pre>{@code
 * mvn -Ppeers-jvm package -DskipTests
 * java -cp bench/target/classes:$(cat bench/target/peers-jvm.classpath) org.openjdk.jmh.Main suite.SparkRace -p task=moons
 * }</pre>
 */
@Fork(
        value = 1,
        jvmArgsAppend = {
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED"
        })
public class SparkRace extends Race {
    @Override
    Racer open(RaceTask at) {
        return new SparkRacer(at);
    }

    /** There is nothing to compare: the network is another one. */
    @Override
    void require(RaceTask at) {
        if (at.name().equals(RaceTask.MNIST)) {
            throw new Skipped("Spark MLlib goes over all " + at.data().train().size()
                    + " samples in each of hundreds of iterations, and learns anew for each look at the accuracy");
        }
    }
}
