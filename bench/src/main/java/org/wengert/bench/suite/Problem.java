package org.wengert.bench.suite;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.wengert.nn.Initializer;
import org.wengert.nn.Randoms;

/**
 * The numbers of a workload, drawn from a fixed seed. All of them are exact in float32, so that every precision starts
 * from the same point.
 *
 * @param inputs     {@code [batch, inputs]}, row-major, from 0 to 1
 * @param targets    {@code [batch, outputs]} from -1 to 1, or a class number for each sample
 * @param parameters neuron by neuron, each neuron's weights in order and then its bias
 */
record Problem(double[] inputs, double[] targets, double[] parameters) {
    private static final long SEED = 20260101;

    /** The numbers of this workload, the same at every call. */
    static Problem of(Workload workload) {
        RandomGenerator random = Randoms.seeded(SEED);
        double[] parameters = parameters(workload, random);
        double[] inputs = new double[workload.batch() * workload.inputs(0)];
        Arrays.setAll(inputs, i -> random.nextFloat());
        return new Problem(inputs, targets(workload, random), parameters);
    }

    private static double[] parameters(Workload workload, RandomGenerator random) {
        double[] parameters = new double[workload.parameterCount()];
        int[] offsets = workload.offsets();
        for (int layer = 0; layer < workload.layers(); layer++) {
            int inputs = workload.inputs(layer);
            for (int i = offsets[layer]; i < offsets[layer + 1]; i++) {
                boolean bias = (i - offsets[layer]) % (inputs + 1) == inputs;
                // Biases too, or a wrong one could hide behind a zero.
                double drawn = bias
                        ? Initializer.UNIFORM.draw(inputs, 1, random) / 10
                        : Initializer.KAIMING.draw(inputs, workload.outputs(layer), random);
                parameters[i] = (float) drawn;
            }
        }
        return parameters;
    }

    private static double[] targets(Workload workload, RandomGenerator random) {
        boolean classes = workload.objective() == Workload.Objective.CROSS_ENTROPY;
        double[] targets = new double[workload.batch() * (classes ? 1 : workload.outputs())];
        Arrays.setAll(targets, i -> classes ? random.nextInt(workload.outputs()) : 2 * random.nextFloat() - 1);
        return targets;
    }

    /** Row-major numbers as rows. */
    static double[][] rows(double[] numbers, int columns) {
        double[][] rows = new double[numbers.length / columns][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(numbers, i * columns, (i + 1) * columns));
        return rows;
    }

    /** One layer's weights {@code [outputs, inputs]} from flat parameters or gradients. */
    static double[] weights(Workload workload, double[] flat, int layer) {
        int inputs = workload.inputs(layer);
        double[] weights = new double[workload.outputs(layer) * inputs];
        for (int neuron = 0; neuron < workload.outputs(layer); neuron++) {
            System.arraycopy(flat, workload.offsets()[layer] + neuron * (inputs + 1), weights, neuron * inputs, inputs);
        }
        return weights;
    }

    /** One layer's biases {@code [outputs]} from flat parameters or gradients. */
    static double[] biases(Workload workload, double[] flat, int layer) {
        int inputs = workload.inputs(layer);
        int offset = workload.offsets()[layer];
        double[] biases = new double[workload.outputs(layer)];
        Arrays.setAll(biases, neuron -> flat[offset + neuron * (inputs + 1) + inputs]);
        return biases;
    }

    /** Lays one layer's weights and biases, or their gradients, into a flat array. */
    static void flatten(Workload workload, int layer, double[] weights, double[] biases, double[] flat) {
        int inputs = workload.inputs(layer);
        for (int neuron = 0; neuron < workload.outputs(layer); neuron++) {
            int at = workload.offsets()[layer] + neuron * (inputs + 1);
            System.arraycopy(weights, neuron * inputs, flat, at, inputs);
            flat[at + inputs] = biases[neuron];
        }
    }
}
