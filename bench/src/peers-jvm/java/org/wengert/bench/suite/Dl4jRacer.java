package org.wengert.bench.suite;

import java.util.function.Supplier;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.wengert.nn.data.Batch;
import org.wengert.nn.data.DataSet;

/** DL4J's MultiLayerNetwork with its Adam. */
final class Dl4jRacer implements Racer {
    private final RaceTask task;
    private final String precision;
    private final Dl4jNetwork network;
    private final Supplier<Batch> batches;
    private int done;

    Dl4jRacer(RaceTask task, String precision) {
        this.task = task;
        this.precision = precision;
        network = new Dl4jNetwork(task.workload(), task.start(), precision, new Adam(task.rate(), 0.9, 0.999, 1e-8));
        batches = task.batches();
    }

    @Override
    public String description() {
        return "DL4J with ND4J on " + Nd4j.getBackend().getClass().getSimpleName() + ": " + precision + ", "
                + Nd4j.getExecutioner().getEnvironmentInformation().get("omp.threads") + " threads";
    }

    @Override
    public void train(int steps) {
        for (; done < steps; done++) {
            DataSet batch = batches.get().samples();
            network.fit(RaceTask.rows(batch), batch.targetNumbers());
        }
    }

    @Override
    public double accuracy() {
        return task.accuracy(network.classes(RaceTask.rows(task.data().test())));
    }

    @Override
    public void close() {
        network.close();
    }
}
