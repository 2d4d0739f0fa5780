package org.wengert.bench.suite;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wengert.nn.Activation;

/**
 * What one training step is about: the network, its loss, the batch and the rule that moves the parameters. The last
 * layer is linear.
 *
 * @param name       as a parameter of a suite: a name of {@link #TABLE}, or a text that {@link NetworkText} reads
 * @param activation of the hidden layers, {@link Activation#TANH} or {@link Activation#RELU}
 * @param objective  the loss
 * @param rule       the optimiser
 * @param batch      samples a step
 * @param widths     numbers each layer gives, the inputs first
 */
record Workload(String name, Activation activation, Objective objective, Rule rule, int batch, List<Integer> widths) {
    /** The loss of a batch. */
    enum Objective {
        /** Squared errors added up over samples and outputs. */
        SUM_OF_SQUARES,
        /** Cross-entropy averaged over samples. */
        CROSS_ENTROPY
    }

    /** How parameters move. */
    enum Rule {
        /** {@code w -= lr g}. */
        SGD,
        /** Adam with beta1 0.9, beta2 0.999 and eps 1e-8. */
        ADAM
    }

    static final String TINY = "3-4-4-1";
    static final String SMALL = "2-16-16-1";
    static final String DIGITS = "64-32-10";
    static final String MEDIUM = "784-128-10";
    static final String LARGE = "784-512-512-10";
    static final String LARGE_ADAM = "784-512-512-10-adam";

    /** Every workload that has a name. */
    static final List<Workload> TABLE = List.of(
            new Workload(TINY, Activation.TANH, Objective.SUM_OF_SQUARES, Rule.SGD, 4, List.of(3, 4, 4, 1)),
            new Workload(SMALL, Activation.RELU, Objective.SUM_OF_SQUARES, Rule.SGD, 100, List.of(2, 16, 16, 1)),
            new Workload(DIGITS, Activation.RELU, Objective.CROSS_ENTROPY, Rule.SGD, 32, List.of(64, 32, 10)),
            new Workload(MEDIUM, Activation.RELU, Objective.CROSS_ENTROPY, Rule.SGD, 64, List.of(784, 128, 10)),
            new Workload(LARGE, Activation.RELU, Objective.CROSS_ENTROPY, Rule.SGD, 128, List.of(784, 512, 512, 10)),
            new Workload(
                    LARGE_ADAM, Activation.RELU, Objective.CROSS_ENTROPY, Rule.ADAM, 128, List.of(784, 512, 512, 10)));

    Workload {
        widths = List.copyOf(widths);
    }

    /**
     * The workload of a name in the table, or of a text that {@link NetworkText} reads.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Workload named(String text) {
        return NetworkText.read(text);
    }

    /** In words: {@code 784-128-10, relu, cross-entropy, sgd, batch 64}. */
    String description() {
        String shape = widths.stream().map(String::valueOf).collect(Collectors.joining("-"));
        String loss = objective == Objective.CROSS_ENTROPY ? "cross-entropy" : "squares";
        String hidden = layers() == 1 ? "" : activation.name() + ", ";
        return shape + ", " + hidden + loss + ", " + rule.name().toLowerCase(Locale.ROOT) + ", batch " + batch;
    }

    /** The same network with another number of samples. */
    Workload withBatch(int samples) {
        return new Workload(name, activation, objective, rule, samples, widths);
    }

    int layers() {
        return widths.size() - 1;
    }

    /** Numbers that go into a layer, counted from 0. */
    int inputs(int layer) {
        return widths.get(layer);
    }

    /** Numbers that come out of a layer, counted from 0. */
    int outputs(int layer) {
        return widths.get(layer + 1);
    }

    int outputs() {
        return outputs(layers() - 1);
    }

    /** Sizes of the layers without the inputs. */
    int[] sizes() {
        return widths.stream().skip(1).mapToInt(Integer::intValue).toArray();
    }

    /** Multiplications of one forward pass. */
    long multiplications() {
        long sum = 0;
        for (int layer = 0; layer < layers(); layer++) {
            sum += (long) batch * inputs(layer) * outputs(layer);
        }
        return sum;
    }

    /** Where each layer's part of {@link Problem#parameters} begins, and as the last number where all end. */
    int[] offsets() {
        int[] offsets = new int[layers() + 1];
        for (int layer = 0; layer < layers(); layer++) {
            offsets[layer + 1] = offsets[layer] + outputs(layer) * (inputs(layer) + 1);
        }
        return offsets;
    }

    /** How many numbers are trained. */
    int parameterCount() {
        return offsets()[layers()];
    }
}
