package org.wengert.bench.suite;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.training.GradientCollector;
import java.util.function.Supplier;
import org.wengert.nn.data.Batch;
import org.wengert.nn.data.DataSet;

/** PyTorch's layers and differentiation with a {@link PyTorchUpdate}. */
final class PyTorchRacer implements Racer {
    private final RaceTask task;
    private final PyTorchNetwork network;
    private final PyTorchUpdate adam;
    private final Supplier<Batch> batches;
    private int done;

    PyTorchRacer(RaceTask task, String precision) {
        this.task = task;
        network = new PyTorchNetwork(task.workload(), task.start(), precision);
        adam = new PyTorchUpdate(network, Workload.Rule.ADAM, task.rate());
        batches = task.batches();
    }

    @Override
    public String description() {
        return network.description() + ", Adam as a chain of array operations";
    }

    @Override
    public void train(int steps) {
        for (; done < steps; done++) {
            DataSet batch = batches.get().samples();
            try (NDScope scope = new NDScope()) {
                try (GradientCollector collector = network.manager().getEngine().newGradientCollector()) {
                    NDArray inputs = network.inputs(RaceTask.rows(batch));
                    collector.backward(network.loss(inputs, network.targets(batch.targetNumbers())));
                }
                adam.run();
            }
        }
    }

    @Override
    public double accuracy() {
        try (NDScope scope = new NDScope()) {
            NDArray outputs =
                    network.forward(network.inputs(RaceTask.rows(task.data().test())));
            return task.accuracy(PyTorchNetwork.numbers(outputs.argMax(1)));
        }
    }

    @Override
    public void close() {
        network.manager().close();
    }
}
