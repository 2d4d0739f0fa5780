package org.wengert.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wengert.nn.Activation;

/**
 * How a network is shaped and trained. The learning rate falls in a straight line to a tenth over the run.
 *
 * @param hidden       how many neurons each hidden layer has
 * @param activation   of the hidden layers; the last layer is linear
 * @param optimizer    what moves the parameters
 * @param learningRate of the first step
 * @param l2           the penalty on each parameter's square, added to the loss; 0 for none
 * @param epochs       passes over the training samples
 * @param batch        samples a step
 */
record Recipe(
        List<Integer> hidden,
        Activation activation,
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

    /** Sizes of all layers, inputs and outputs included: {@code 2-16-16-1}. */
    String network(int inputs, int outputs) {
        return Stream.concat(Stream.concat(Stream.of(inputs), hidden.stream()), Stream.of(outputs))
                .map(String::valueOf)
                .collect(Collectors.joining("-"));
    }

    /** Sizes of all layers but the inputs, as a network wants them. */
    int[] sizes(int outputs) {
        return Stream.concat(hidden.stream(), Stream.of(outputs))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
