package org.wengert.bench.suite;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;

/**
 * The step of a workload on PyTorch, through DJL: its linear layers, its automatic differentiation, and a
 * {@link PyTorchUpdate}.
 */
final class PyTorchStep implements Contender {
    private final Workload workload;
    private final PyTorchNetwork network;
    private final PyTorchUpdate update;
    private final NDArray inputs;
    private final NDArray targets;

    PyTorchStep(Workload workload, Problem problem, String precision, double rate) {
        this.workload = workload;
        network = new PyTorchNetwork(workload, problem.parameters(), precision);
        update = new PyTorchUpdate(network, workload.rule(), rate);
        inputs = network.inputs(problem.inputs());
        targets = network.targets(problem.targets());
    }

    @Override
    public String description() {
        return network.description();
    }

    /** Gives NaN instead of the loss: reading it would charge PyTorch for a call that training does not need. */
    @Override
    public double step() {
        try (NDScope scope = new NDScope()) {
            backward().close();
            update.run();
        }
        return Double.NaN;
    }

    private NDArray backward() {
        try (GradientCollector collector = network.manager().getEngine().newGradientCollector()) {
            NDArray loss = network.loss(inputs, targets);
            collector.backward(loss);
            return loss;
        }
    }

    @Override
    public double loss() {
        try (NDScope scope = new NDScope()) {
            return number(network.loss(inputs, targets));
        }
    }

    private static double number(NDArray scalar) {
        return scalar.getDataType() == DataType.FLOAT32 ? scalar.getFloat() : scalar.getDouble();
    }

    @Override
    public double[] gradients() {
        try (NDScope scope = new NDScope()) {
            backward().close();
            double[] flat = new double[workload.parameterCount()];
            for (int layer = 0; layer < workload.layers(); layer++) {
                NDArray weightGradient = network.weights().get(layer).getGradient();
                NDArray biasGradient = network.biases().get(layer).getGradient();
                Problem.flatten(
                        workload,
                        layer,
                        PyTorchNetwork.numbers(weightGradient),
                        PyTorchNetwork.numbers(biasGradient),
                        flat);
                PyTorchNetwork.clear(weightGradient);
                PyTorchNetwork.clear(biasGradient);
            }
            return flat;
        }
    }

    @Override
    public double[] parameters() {
        try (NDScope scope = new NDScope()) {
            double[] flat = new double[workload.parameterCount()];
            for (int layer = 0; layer < workload.layers(); layer++) {
                Problem.flatten(
                        workload,
                        layer,
                        PyTorchNetwork.numbers(network.weights().get(layer)),
                        PyTorchNetwork.numbers(network.biases().get(layer)),
                        flat);
            }
            return flat;
        }
    }

    @Override
    public void close() {
        network.manager().close();
    }
}
