package org.wengert.bench.suite;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import org.wengert.nn.Activation;

/**
 * The step of a workload on PyTorch, through DJL: its linear layers, its automatic differentiation, and
 * {@code w -= rate g} in place. Only workloads with plain gradient descent.
 */
final class PyTorchStep implements Contender {
    static final String NAME = "pytorch";

    static {
        // Before DJL is first touched: nothing but what Maven brought, nothing reported home, no other thread count.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
    }

    private final Workload workload;
    private final double rate;
    private final String precision;
    private final NDManager manager;
    private final NDArray inputs;
    private final NDArray targets;
    private final List<NDArray> weights = new ArrayList<>();
    private final List<NDArray> biases = new ArrayList<>();

    PyTorchStep(Workload workload, Problem problem, String precision, double rate) {
        if (workload.rule() != Workload.Rule.SGD) {
            throw new Skipped("'" + NAME + "' is measured with plain gradient descent only: " + workload.name()
                    + " wants " + workload.rule());
        }
        this.workload = workload;
        this.rate = rate;
        this.precision = precision;
        manager = NDManager.newBaseManager("PyTorch");
        inputs = array(problem.inputs(), workload.batch(), workload.inputs(0));
        targets = workload.objective() == Workload.Objective.CROSS_ENTROPY
                ? manager.create(problem.targets(), new Shape(workload.batch(), 1))
                        .toType(DataType.INT64, false)
                : array(problem.targets(), workload.batch(), workload.outputs());
        for (int layer = 0; layer < workload.layers(); layer++) {
            double[] flat = problem.parameters();
            int outputs = workload.outputs(layer);
            weights.add(parameter(Problem.weights(workload, flat, layer), outputs, workload.inputs(layer)));
            biases.add(parameter(Problem.biases(workload, flat, layer), outputs));
        }
    }

    private NDArray array(double[] numbers, long... shape) {
        return manager.create(numbers, new Shape(shape))
                .toType(precision.equals(Variant.FLOAT32) ? DataType.FLOAT32 : DataType.FLOAT64, false);
    }

    private NDArray parameter(double[] numbers, long... shape) {
        NDArray parameter = array(numbers, shape);
        parameter.setRequiresGradient(true);
        return parameter;
    }

    @Override
    public String description() {
        Engine engine = manager.getEngine();
        return "PyTorch " + engine.getVersion() + " through DJL: " + precision + ", "
                + ai.djl.pytorch.jni.JniUtils.getNumThreads() + " threads";
    }

    /** Gives NaN instead of the loss: reading it would charge PyTorch for a call that training does not need. */
    @Override
    public double step() {
        try (NDScope scope = new NDScope()) {
            backward().close();
            weights.forEach(this::update);
            biases.forEach(this::update);
        }
        return Double.NaN;
    }

    private NDArray backward() {
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDArray loss = record();
            collector.backward(loss);
            return loss;
        }
    }

    private NDArray record() {
        NDArray x = inputs;
        for (int layer = 0; layer < weights.size(); layer++) {
            x = Linear.linear(x, weights.get(layer), biases.get(layer)).singletonOrThrow();
            if (layer < weights.size() - 1) {
                x = workload.activation() == Activation.TANH ? x.tanh() : ai.djl.nn.Activation.relu(x);
            }
        }
        return workload.objective() == Workload.Objective.CROSS_ENTROPY
                ? x.logSoftmax(1).gather(targets, 1).mean().neg()
                : x.sub(targets).square().sum();
    }

    private void update(NDArray parameter) {
        NDArray gradient = parameter.getGradient();
        parameter.subi(gradient.mul(rate));
        clear(gradient);
    }

    private static void clear(NDArray gradient) {
        gradient.subi(gradient);
    }

    @Override
    public double loss() {
        try (NDScope scope = new NDScope()) {
            return number(record());
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
            for (int layer = 0; layer < weights.size(); layer++) {
                NDArray weightGradient = weights.get(layer).getGradient();
                NDArray biasGradient = biases.get(layer).getGradient();
                Problem.flatten(workload, layer, numbers(weightGradient), numbers(biasGradient), flat);
                clear(weightGradient);
                clear(biasGradient);
            }
            return flat;
        }
    }

    private static double[] numbers(NDArray array) {
        return array.toType(DataType.FLOAT64, false).toDoubleArray();
    }

    @Override
    public double[] parameters() {
        try (NDScope scope = new NDScope()) {
            double[] flat = new double[workload.parameterCount()];
            for (int layer = 0; layer < weights.size(); layer++) {
                Problem.flatten(workload, layer, numbers(weights.get(layer)), numbers(biases.get(layer)), flat);
            }
            return flat;
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
