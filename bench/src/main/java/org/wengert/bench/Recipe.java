package org.wengert.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wengert.nn.Activation;
import org.wengert.nn.Blueprint;

/**
 * How a network is shaped and trained. The learning rate falls in a straight line to a tenth over the run.
 *
 * @param hidden       how many neurons each hidden layer has
 * @param activation   of the hidden layers; the last layer is linear
 * @param dropout      the share of each hidden layer's outputs that is dropped in a training step; 0 for none
 * @param optimizer    what moves the parameters
 * @param learningRate of the first step
 * @param l2           the penalty on each parameter's square, added to the loss; 0 for none
 * @param epochs       passes over the training samples
 * @param batch        samples a step
 */
record Recipe(
        List<Integer> hidden,
        Activation activation,
        double dropout,
        OptimizerKind optimizer,
        double learningRate,
        double l2,
        int epochs,
        int batch) {
    /** The share of the learning rate that is left at the end. */
    static final double FINAL_SHARE = 0.1;

    Recipe {
        hidden = List.copyOf(hidden);
    }

    /** A recipe without dropout. */
    Recipe(
            List<Integer> hidden,
            Activation activation,
            OptimizerKind optimizer,
            double learningRate,
            double l2,
            int epochs,
            int batch) {
        this(hidden, activation, 0, optimizer, learningRate, l2, epochs, batch);
    }

    /** Sizes of all layers, inputs and outputs included: {@code 2-16-16-1}. */
    String network(int inputs, int outputs) {
        return Stream.concat(Stream.concat(Stream.of(inputs), hidden.stream()), Stream.of(outputs))
                .map(String::valueOf)
                .collect(Collectors.joining("-"));
    }

    /** The network: dense layers, dropout behind each hidden one if there is any, the last one linear. */
    Blueprint blueprint(int inputs, int outputs) {
        List<Blueprint> layers = new ArrayList<>();
        int width = inputs;
        for (int size : hidden) {
            layers.add(new Blueprint.Dense(width, size, activation));
            if (dropout > 0) {
                layers.add(new Blueprint.Dropout(dropout));
            }
            width = size;
        }
        layers.add(new Blueprint.Dense(width, outputs, Activation.LINEAR));
        return new Blueprint.Sequential(layers);
    }
}
