package org.wengert.bench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network of dense layers as a graph, and which of its neurons are worth a place in a picture.
 *
 * @param sizes   of all layers, inputs first
 * @param weights into each layer behind the inputs, row-major [outputs, inputs]
 */
record Neurons(List<Integer> sizes, List<double[]> weights) {
    static Neurons of(List<Integer> sizes, Portrait portrait) {
        return new Neurons(
                sizes,
                portrait.layers().stream()
                        .map(name -> portrait.weights().get(name))
                        .toList());
    }

    /** The weight from a neuron of a layer to one of the next. */
    double weight(int layer, int from, int to) {
        return weights.get(layer)[to * sizes.get(layer) + from];
    }

    /** Of each layer at most so many, by number: those whose weights to the next layer add up to most. */
    List<List<Integer>> foremost(int most) {
        List<List<Integer>> shown = new ArrayList<>();
        for (int layer = 0; layer < sizes.size(); layer++) {
            int of = layer;
            shown.add(IntStream.range(0, sizes.get(layer))
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer neuron) -> -influence(of, neuron)))
                    .limit(most)
                    .sorted()
                    .toList());
        }
        return shown;
    }

    private double influence(int layer, int neuron) {
        return layer == sizes.size() - 1
                ? 0
                : IntStream.range(0, sizes.get(layer + 1))
                        .mapToDouble(to -> Math.abs(weight(layer, neuron, to)))
                        .sum();
    }

    /** The largest weight from a layer to the next, by size. */
    double largest(int layer) {
        double largest = 0;
        for (double weight : weights.get(layer)) {
            largest = Math.max(largest, Math.abs(weight));
        }
        return largest;
    }

    /** The neuron of the layer before that a neuron listens to most. */
    int strongest(int layer, int neuron) {
        return IntStream.range(0, sizes.get(layer - 1))
                .boxed()
                .max(Comparator.comparingDouble(from -> Math.abs(weight(layer - 1, from, neuron))))
                .orElseThrow();
    }
}
