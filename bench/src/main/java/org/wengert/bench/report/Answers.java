package org.wengert.bench.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.TargetKind;

/**
 * What a network tells of samples that have a class.
 *
 * @param samples of some classes
 * @param outputs of the network, row-major [samples, outputs]
 */
record Answers(DataSet samples, double[] outputs) {
    /** The class that is told of a sample, -1 for none. */
    int told(int sample) {
        int width = samples.outputs();
        return samples.kind().classOf(outputs, sample * width, width);
    }

    /**
     * The samples of which another class is told, the one that is told most surely first; of equals, the first first. Where the
     * loss knows no probabilities, leads decide.
     */
    List<Integer> mistakes() {
        return IntStream.range(0, samples.size())
                .filter(i -> told(i) != samples.classOf(i))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -sureness(i)))
                .toList();
    }

    private double sureness(int sample) {
        return hasProbabilities() ? probability(sample) : lead(sample);
    }

    /** Whether the loss takes scores as probabilities, and not as distances from a border. */
    boolean hasProbabilities() {
        return samples.kind() != TargetKind.SIGNS;
    }

    /** By how much the score of what is told is above that of the right class; NaN if none is told. */
    double lead(int sample) {
        int told = told(sample);
        int right = samples.classOf(sample);
        return told < 0 ? Double.NaN : score(sample, told) - score(sample, right);
    }

    private double score(int sample, int number) {
        int width = samples.outputs();
        double first = outputs[sample * width];
        if (samples.kind() == TargetKind.SIGNS) {
            return number == 1 ? first : -first;
        }
        return outputs[sample * width + number];
    }

    /**
     * How sure the network is of what it tells: the softmax of the scores, which the loss takes as probabilities; NaN of
     * signs, whose loss knows none.
     */
    double probability(int sample) {
        if (!hasProbabilities() || told(sample) < 0) {
            return Double.NaN;
        }
        int width = samples.outputs();
        double largest = score(sample, told(sample));
        double sum = Arrays.stream(outputs, sample * width, (sample + 1) * width)
                .map(score -> Math.exp(score - largest))
                .sum();
        return 1 / sum;
    }
}
