package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.wengert.nn.data.DataSet;

/** Metrics against their definitions, written out in the slowest way. */
class MetricsProperties {
    /** For sums of at most 60 terms in another order. */
    private static final double ROUNDING = 1e-12;

    /** Samples of three classes with a score for each; few different scores, so that many are equal. */
    record Scored(int[] classes, double[] outputs) {
        DataSet data() {
            return DataSet.classes(List.of("x"), new double[classes.length], List.of("a", "b", "c"), classes);
        }

        double score(int sample, int c) {
            return outputs[3 * sample + c];
        }

        int size() {
            return classes.length;
        }
    }

    @Provide
    Arbitrary<Scored> scored() {
        return Arbitraries.integers()
                .between(1, 20)
                .flatMap(n -> Combinators.combine(
                                Arbitraries.integers()
                                        .between(0, 2)
                                        .array(int[].class)
                                        .ofSize(n),
                                Arbitraries.integers()
                                        .between(-3, 3)
                                        .map(i -> i / 2.0)
                                        .array(Double[].class)
                                        .ofSize(3 * n))
                        .as((classes, outputs) -> new Scored(
                                classes,
                                Arrays.stream(outputs)
                                        .mapToDouble(Double::doubleValue)
                                        .toArray())));
    }

    @Property
    void aucIsTheShareOfPairsInTheRightOrder(@ForAll("scored") Scored scored) {
        double[] scores = IntStream.range(0, scored.size())
                .mapToDouble(i -> scored.score(i, 0))
                .toArray();
        double[] signs =
                Arrays.stream(scored.classes).mapToDouble(c -> c == 0 ? 1 : -1).toArray();
        DataSet data = DataSet.signs(List.of("x"), new double[signs.length], List.of("no", "yes"), signs);

        assertEquals(pairs(scores, scored, 0), Metrics.rocAuc(scores, data), ROUNDING);
    }

    /** Softmax by its definition: the scores here are far from where it saturates. */
    @Property
    void aucOfSeveralClassesIsTheMeanOfEachAgainstTheRest(@ForAll("scored") Scored scored) {
        double mean = IntStream.range(0, 3)
                .filter(c -> Arrays.stream(scored.classes).anyMatch(k -> k == c)
                        && Arrays.stream(scored.classes).anyMatch(k -> k != c))
                .mapToDouble(c -> pairs(softmax(scored, c), scored, c))
                .average()
                .orElse(Double.NaN);

        assertEquals(mean, Metrics.rocAuc(scored.outputs, scored.data()), ROUNDING);
    }

    /** Rounded, so that what is equal but for rounding is equal. */
    private static double[] softmax(Scored scored, int c) {
        return IntStream.range(0, scored.size())
                .mapToDouble(i -> {
                    double sum = 0;
                    for (int j = 0; j < 3; j++) {
                        sum += Math.exp(scored.score(i, j));
                    }
                    return Math.rint(1e9 * Math.exp(scored.score(i, c)) / sum);
                })
                .toArray();
    }

    private static double pairs(double[] scores, Scored scored, int wanted) {
        double won = 0;
        double all = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (scored.classes[i] == wanted && scored.classes[j] != wanted) {
                    all++;
                    won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        return all == 0 ? Double.NaN : won / all;
    }

    @Property
    void topKLooksThroughTheScoresInOrder(@ForAll("scored") Scored scored) {
        for (int k = 1; k <= 3; k++) {
            int first = k;
            long right = IntStream.range(0, scored.size())
                    .filter(i -> IntStream.range(0, 3)
                            .boxed()
                            .sorted((a, b) -> Double.compare(scored.score(i, b), scored.score(i, a)))
                            .limit(first)
                            .anyMatch(c -> c == scored.classes[i]))
                    .count();
            assertEquals((double) right / scored.size(), Metrics.topK(scored.outputs, scored.data(), k));
        }
        assertEquals(Metrics.accuracy(scored.outputs, scored.data()), Metrics.topK(scored.outputs, scored.data(), 1));
        assertEquals(1, Metrics.topK(scored.outputs, scored.data(), 3));
    }

    @Property
    void precisionRecallAndF1AreSharesOfSamples(@ForAll("scored") Scored scored) {
        ConfusionMatrix matrix = ConfusionMatrix.of(scored.outputs, scored.data());
        int[] told = IntStream.range(0, scored.size())
                .map(i -> scored.score(i, 0) >= scored.score(i, 1) && scored.score(i, 0) >= scored.score(i, 2)
                        ? 0
                        : scored.score(i, 1) >= scored.score(i, 2) ? 1 : 2)
                .toArray();
        double macro = 0;
        double weighted = 0;
        int occurring = 0;
        for (int c = 0; c < 3; c++) {
            double tp = count(scored.classes, told, c, true, true);
            double fp = count(scored.classes, told, c, false, true);
            double fn = count(scored.classes, told, c, true, false);
            double precision = tp + fp == 0 ? 0 : tp / (tp + fp);
            double recall = tp + fn == 0 ? 0 : tp / (tp + fn);
            double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
            assertEquals(precision, matrix.precision(c), ROUNDING);
            assertEquals(recall, matrix.recall(c), ROUNDING);
            assertEquals(f1, matrix.f1(c), ROUNDING);
            macro += f1;
            weighted += f1 * (tp + fn) / scored.size();
            occurring += tp + fp + fn > 0 ? 1 : 0;
        }
        assertEquals(macro / occurring, matrix.f1(Average.MACRO), ROUNDING);
        assertEquals(weighted, matrix.f1(Average.WEIGHTED), ROUNDING);
        double accuracy = Metrics.accuracy(scored.outputs, scored.data());
        assertEquals(accuracy, matrix.accuracy(), ROUNDING);
        // Where a class is told of every sample, all three micro averages are the accuracy, and so is weighted recall.
        assertEquals(accuracy, matrix.precision(Average.MICRO), ROUNDING);
        assertEquals(accuracy, matrix.recall(Average.MICRO), ROUNDING);
        assertEquals(accuracy, matrix.f1(Average.MICRO), ROUNDING);
        assertEquals(accuracy, matrix.recall(Average.WEIGHTED), ROUNDING);
    }

    private static long count(int[] actual, int[] told, int c, boolean has, boolean isTold) {
        return IntStream.range(0, actual.length)
                .filter(i -> (actual[i] == c) == has && (told[i] == c) == isTold)
                .count();
    }
}
