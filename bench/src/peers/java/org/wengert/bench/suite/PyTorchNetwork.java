package org.wengert.bench.suite;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import java.util.ArrayList;
import java.util.List;
import org.wengert.nn.Activation;

/** A workload's network and loss on PyTorch, through DJL: its linear layers and its automatic differentiation. */
final class PyTorchNetwork {
    static {
        // Before DJL is first touched: nothing but what Maven brought, nothing reported home, no other thread count.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
    }

    private final Workload workload;
    private final String precision;
    private final NDManager manager;
    private final List<NDArray> weights = new ArrayList<>();
    private final List<NDArray> biases = new ArrayList<>();

    /** The network with these parameters, in {@link Problem}'s order. */
    PyTorchNetwork(Workload workload, double[] parameters, String precision) {
        this.workload = workload;
        this.precision = precision;
        manager = NDManager.newBaseManager("PyTorch");
        for (int layer = 0; layer < workload.layers(); layer++) {
            int outputs = workload.outputs(layer);
            weights.add(parameter(Problem.weights(workload, parameters, layer), outputs, workload.inputs(layer)));
            biases.add(parameter(Problem.biases(workload, parameters, layer), outputs));
        }
    }

    private NDArray parameter(double[] numbers, long... shape) {
        NDArray parameter = array(numbers, shape);
        parameter.setRequiresGradient(true);
        return parameter;
    }

    private NDArray array(double[] numbers, long... shape) {
        return manager.create(numbers, new Shape(shape))
                .toType(precision.equals(Variant.FLOAT32) ? DataType.FLOAT32 : DataType.FLOAT64, false);
    }

    NDManager manager() {
        return manager;
    }

    String description() {
        return "PyTorch " + manager.getEngine().getVersion() + " through DJL: " + precision + ", "
                + ai.djl.pytorch.jni.JniUtils.getNumThreads() + " threads";
    }

    /** Samples {@code [count, inputs]}. */
    NDArray inputs(double... numbers) {
        return array(numbers, numbers.length / workload.inputs(0), workload.inputs(0));
    }

    /** Targets as the loss takes them: {@code [count, 1]} classes, or {@code [count, outputs]} numbers. */
    NDArray targets(double... numbers) {
        return workload.objective() == Workload.Objective.CROSS_ENTROPY
                ? manager.create(numbers, new Shape(numbers.length, 1)).toType(DataType.INT64, false)
                : array(numbers, numbers.length / workload.outputs(), workload.outputs());
    }

    /** Outputs {@code [count, outputs]}. */
    NDArray forward(NDArray inputs) {
        NDArray x = inputs;
        for (int layer = 0; layer < weights.size(); layer++) {
            x = Linear.linear(x, weights.get(layer), biases.get(layer)).singletonOrThrow();
            if (layer < weights.size() - 1) {
                x = workload.activation() == Activation.TANH ? x.tanh() : ai.djl.nn.Activation.relu(x);
            }
        }
        return x;
    }

    NDArray loss(NDArray inputs, NDArray targets) {
        NDArray x = forward(inputs);
        return workload.objective() == Workload.Objective.CROSS_ENTROPY
                ? x.logSoftmax(1).gather(targets, 1).mean().neg()
                : x.sub(targets).square().sum();
    }

    /** Weights {@code [outputs, inputs]}, layer by layer. */
    List<NDArray> weights() {
        return weights;
    }

    /** Biases {@code [outputs]}, layer by layer. */
    List<NDArray> biases() {
        return biases;
    }

    static void clear(NDArray gradient) {
        gradient.subi(gradient);
    }

    static double[] numbers(NDArray array) {
        return array.toType(DataType.FLOAT64, false).toDoubleArray();
    }
}
