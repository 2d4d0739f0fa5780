package org.wengert.bench.suite;

import java.util.ArrayList;
import java.util.List;
import org.wengert.nn.Activation;

/**
 * The step of a workload without automatic differentiation: forward, backward and update spelled out, layer by layer,
 * every array made once. It is what an engine's overhead is measured against.
 *
 * @param <B> the arrays of its kernels
 */
final class HandStep<B> implements Contender {
    /** One layer's parameters, what Adam remembers of them, and their gradients. */
    private final class Layer {
        final int inputs;
        final int outputs;
        final Activation activation;
        final B weights;
        final B biases;
        final B weightGradients;
        final B biasGradients;
        final List<B> memory = new ArrayList<>();

        /** What the layer gives, and the gradient of the loss by it and then by its sums. */
        final B y;

        final B g;

        Layer(int number, double[] parameters) {
            inputs = workload.inputs(number);
            outputs = workload.outputs(number);
            activation = number == workload.layers() - 1 ? Activation.LINEAR : workload.activation();
            weights = kernels.of(Problem.weights(workload, parameters, number));
            biases = kernels.of(Problem.biases(workload, parameters, number));
            weightGradients = zeros(outputs * inputs);
            biasGradients = zeros(outputs);
            y = zeros(workload.batch() * outputs);
            g = zeros(workload.batch() * outputs);
            if (workload.rule() == Workload.Rule.ADAM) {
                memory.add(zeros(outputs * inputs));
                memory.add(zeros(outputs * inputs));
                memory.add(zeros(outputs));
                memory.add(zeros(outputs));
            }
        }

        void forward(B x) {
            kernels.product(false, true, workload.batch(), inputs, outputs, x, weights, y);
            kernels.biasAndActivation(activation, biases, y, workload.batch(), outputs);
        }

        void backward(B x) {
            kernels.product(true, false, outputs, workload.batch(), inputs, g, x, weightGradients);
            kernels.sumRows(g, biasGradients, workload.batch(), outputs);
        }

        /** Sends the gradient on through the activation that this layer's inputs came from. */
        void sendTo(Layer before) {
            kernels.product(false, false, workload.batch(), outputs, inputs, g, weights, before.g);
            kernels.slope(before.activation, before.y, before.g, workload.batch() * inputs);
        }

        void update() {
            if (memory.isEmpty()) {
                kernels.sgd(rate, weights, weightGradients, outputs * inputs);
                kernels.sgd(rate, biases, biasGradients, outputs);
            } else {
                kernels.adam(rate, steps, weights, weightGradients, memory.get(0), memory.get(1), outputs * inputs);
                kernels.adam(rate, steps, biases, biasGradients, memory.get(2), memory.get(3), outputs);
            }
        }
    }

    private final StepKernels<B> kernels;
    private final Workload workload;
    private final double rate;
    private final B inputs;
    private final B targets;
    private final List<Layer> layers = new ArrayList<>();
    private long steps;

    HandStep(StepKernels<B> kernels, Workload workload, Problem problem, double rate) {
        this.kernels = kernels;
        this.workload = workload;
        this.rate = rate;
        inputs = kernels.of(problem.inputs());
        targets = kernels.of(problem.targets());
        for (int i = 0; i < workload.layers(); i++) {
            layers.add(new Layer(i, problem.parameters()));
        }
    }

    private B zeros(int n) {
        return kernels.of(new double[n]);
    }

    @Override
    public String description() {
        return "by hand: " + kernels.description();
    }

    @Override
    public double step() {
        double loss = loss();
        backward();
        steps++;
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).update();
        }
        return loss;
    }

    /** The forward pass; leaves the gradient of the loss by the outputs in the last layer. */
    @Override
    public double loss() {
        Layer last = forward();
        return kernels.loss(workload.objective(), last.y, targets, last.g, workload.batch(), last.outputs);
    }

    private Layer forward() {
        B x = inputs;
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).forward(x);
            x = layers.get(i).y;
        }
        return layers.get(layers.size() - 1);
    }

    private void backward() {
        for (int i = layers.size() - 1; i > 0; i--) {
            layers.get(i).backward(layers.get(i - 1).y);
            layers.get(i).sendTo(layers.get(i - 1));
        }
        layers.get(0).backward(inputs);
    }

    /** What the network gives for the inputs, {@code [batch, outputs]}. */
    double[] outputs() {
        return kernels.numbers(forward().y);
    }

    @Override
    public double[] gradients() {
        loss();
        backward();
        double[] flat = new double[workload.parameterCount()];
        for (int i = 0; i < layers.size(); i++) {
            double[] weights = kernels.numbers(layers.get(i).weightGradients);
            Problem.flatten(workload, i, weights, kernels.numbers(layers.get(i).biasGradients), flat);
        }
        return flat;
    }

    @Override
    public double[] parameters() {
        double[] flat = new double[workload.parameterCount()];
        for (int i = 0; i < layers.size(); i++) {
            double[] weights = kernels.numbers(layers.get(i).weights);
            Problem.flatten(workload, i, weights, kernels.numbers(layers.get(i).biases), flat);
        }
        return flat;
    }

    @Override
    public void close() {}
}
