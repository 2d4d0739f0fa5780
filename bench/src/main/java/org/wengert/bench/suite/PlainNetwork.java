package org.wengert.bench.suite;

/** The same function as {@link ScalarNetwork}, evaluated in plain doubles: what a gradient's cost is counted in. */
final class PlainNetwork {
    private final int[] offsets;
    private final double[] parameters;
    private final double[][] inputs;
    private final double[] targets;
    private final double[][] layers;

    PlainNetwork(Workload workload, Problem problem) {
        offsets = workload.offsets();
        parameters = problem.parameters();
        inputs = Problem.rows(problem.inputs(), workload.inputs(0));
        targets = problem.targets();
        layers = new double[workload.layers()][];
        for (int layer = 0; layer < layers.length; layer++) {
            layers[layer] = new double[workload.outputs(layer)];
        }
    }

    double loss() {
        double loss = 0;
        for (int sample = 0; sample < inputs.length; sample++) {
            double error = output(inputs[sample]) - targets[sample];
            loss += error * error;
        }
        return loss;
    }

    private double output(double[] sample) {
        double[] x = sample;
        for (int layer = 0; layer < layers.length; layer++) {
            double[] y = layers[layer];
            for (int neuron = 0; neuron < y.length; neuron++) {
                double sum = sum(x, offsets[layer] + neuron * (x.length + 1));
                y[neuron] = layer == layers.length - 1 ? sum : Math.max(sum, 0);
            }
            x = y;
        }
        return x[0];
    }

    private double sum(double[] x, int at) {
        double sum = parameters[at] * x[0];
        for (int i = 1; i < x.length; i++) {
            sum += parameters[at + i] * x[i];
        }
        return sum + parameters[at + x.length];
    }
}
