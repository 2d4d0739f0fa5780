package org.wengert.nn;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.TargetKind;

/** The area under the receiver operating characteristic, by counting pairs in order of their scores. */
final class RocAuc {
    private RocAuc() {}

    static double macro(double[] outputs, DataSet data) {
        if (data.kind() == TargetKind.SIGNS) {
            return binary(outputs, data, 1);
        }
        int classes = data.outputs();
        return IntStream.range(0, classes)
                .filter(c -> isContested(data, c))
                .mapToDouble(c -> binary(scores(outputs, classes, c), data, c))
                .average()
                .orElse(Double.NaN);
    }

    /** Whether there are samples of a class, and others. */
    private static boolean isContested(DataSet data, int wanted) {
        long members = IntStream.range(0, data.size())
                .filter(i -> data.classOf(i) == wanted)
                .count();
        return members > 0 && members < data.size();
    }

    /** The logarithm of the odds of a class: softmax itself would be 1, and so tied, for all that are nearly sure. */
    private static double[] scores(double[] outputs, int classes, int wanted) {
        double[] scores = new double[outputs.length / classes];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = -logSumOfOthers(outputs, i * classes, classes, wanted);
        }
        return scores;
    }

    /** Of {@code e^(o_j - o_c)} over all j but c: differences, so that what is equal but for a shift stays tied. */
    private static double logSumOfOthers(double[] outputs, int at, int classes, int c) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < classes; j++) {
            largest = j == c ? largest : Math.max(largest, outputs[at + j] - outputs[at + c]);
        }
        double sum = 0;
        for (int j = 0; j < classes; j++) {
            sum += j == c ? 0 : Math.exp(outputs[at + j] - outputs[at + c] - largest);
        }
        return largest + Math.log(sum);
    }

    private static double binary(double[] scores, DataSet data, int wanted) {
        double[] positive = sorted(scores, data, wanted, true);
        double[] negative = sorted(scores, data, wanted, false);
        if (positive.length == 0
                || negative.length == 0
                || Arrays.stream(scores).anyMatch(Double::isNaN)) {
            return Double.NaN;
        }
        long wonTwice = 0;
        int below = 0;
        int notAbove = 0;
        for (double score : positive) {
            while (below < negative.length && negative[below] < score) {
                below++;
            }
            while (notAbove < negative.length && negative[notAbove] <= score) {
                notAbove++;
            }
            wonTwice += (long) below + notAbove;
        }
        return wonTwice / 2.0 / ((double) positive.length * negative.length);
    }

    private static double[] sorted(double[] scores, DataSet data, int wanted, boolean of) {
        return IntStream.range(0, scores.length)
                .filter(i -> (data.classOf(i) == wanted) == of)
                .mapToDouble(i -> scores[i])
                .sorted()
                .toArray();
    }
}
