package org.wengert.nn.data;

import java.util.ArrayList;
import java.util.List;

/** What passes over a source give, read out. */
final class Passes {
    private Passes() {}

    /** Each sample's inputs and targets in words, in the order of the pass. */
    static List<String> samples(BatchIterator batches) {
        List<String> samples = new ArrayList<>();
        try (batches) {
            while (batches.hasNext()) {
                DataSet batch = batches.next().samples();
                for (int i = 0; i < batch.size(); i++) {
                    samples.add(
                            List.of(boxed(batch.row(i)), boxed(batch.target(i))).toString());
                }
            }
        }
        return samples;
    }

    private static List<Double> boxed(double... numbers) {
        List<Double> boxed = new ArrayList<>();
        for (double number : numbers) {
            boxed.add(number);
        }
        return boxed;
    }

    /** How many samples each batch has. */
    static List<Integer> sizes(BatchIterator batches) {
        List<Integer> sizes = new ArrayList<>();
        batches.forEachRemaining(batch -> sizes.add(batch.size()));
        return sizes;
    }
}
