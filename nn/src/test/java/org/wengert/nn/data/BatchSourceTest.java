package org.wengert.nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.nn.EachVariant;
import org.wengert.nn.Randoms;
import org.wengert.nn.Refused;
import org.wengert.nn.Variant;

class BatchSourceTest {
    /** Sample i has the input i and belongs to class i % 3. */
    private static final DataSet DATA = DataSet.classes(
            IntStream.range(0, 20).mapToObj(i -> new double[] {i}).toArray(double[][]::new),
            IntStream.range(0, 20).map(i -> i % 3).toArray());

    private static List<String> pass(BatchSource source, long epoch) {
        return Passes.samples(source.batches(7, epoch));
    }

    @Test
    void aSourceKnowsWhatItsSamplesAre() {
        BatchSource source = BatchSource.of(DATA);
        assertEquals(OptionalLong.of(20), source.size());
        assertEquals(1, source.width());
        assertEquals(3, source.outputs());
        assertEquals(TargetKind.CLASSES, source.kind());
        assertEquals(List.of("0", "1", "2"), source.classNames());
    }

    @Test
    void batchesInOrderEndWithWhatIsLeft() {
        BatchSource source = BatchSource.of(DATA);
        assertEquals(List.of(7, 7, 6), Passes.sizes(source.batches(7, 0)));
        assertEquals(List.of(20), Passes.sizes(source.batches(Integer.MAX_VALUE, 3)));
        assertEquals("[[0.0], [0.0]]", pass(source, 0).get(0));
        assertEquals("[[19.0], [1.0]]", pass(source, 5).get(19));
    }

    @Test
    void theOrderFollowsFromSeedAndEpochWhateverWasReadBefore() {
        BatchSource source = BatchSource.shuffled(DATA, 1);
        List<String> third = pass(source, 3);
        List<String> first = pass(source, 0);

        assertEquals(third, pass(BatchSource.shuffled(DATA, 1), 3));
        assertNotEquals(third, first);
        assertNotEquals(first, pass(BatchSource.shuffled(DATA, 2), 0));
        assertEquals(
                pass(BatchSource.of(DATA), 0),
                third.stream().sorted(BatchSourceTest::byInput).toList());
    }

    private static int byInput(String left, String right) {
        return Double.compare(input(left), input(right));
    }

    private static double input(String sample) {
        return Double.parseDouble(sample.substring(2, sample.indexOf(']')));
    }

    @Test
    void theOrderOfAGeneratorIsThatOfTheDataSetsBatches() {
        List<String> expected = new ArrayList<>();
        Iterable<Batch> batches = DATA.batches(7, Randoms.seeded(5));
        for (int epoch = 0; epoch < 2; epoch++) {
            batches.forEach(batch -> expected.addAll(pass(BatchSource.of(batch.samples()), 0)));
        }
        BatchSource source = BatchSource.shuffled(DATA, Randoms.seeded(5));
        List<String> actual = new ArrayList<>(pass(source, 0));
        actual.addAll(pass(source, 1));

        assertEquals(expected, actual);
    }

    @Test
    void anOrderBySeedAndEpochIsThatOfAGeneratorOfBoth() {
        assertEquals(pass(BatchSource.shuffled(DATA, Randoms.seeded(4, 9)), 0), pass(BatchSource.shuffled(DATA, 4), 9));
    }

    @Test
    void aPassThatIsClosedHasNoBatchLeft() {
        BatchIterator batches = BatchSource.of(DATA).batches(7, 0);
        batches.next();
        batches.close();
        batches.close();
        assertFalse(batches.hasNext());
        Refused.with(NoSuchElementException.class, "batches: no batch is left of 20 samples", batches::next);
    }

    @Test
    void aBatchOfNothingIsRefused() {
        Refused.with(
                DataException.class,
                "batches: a batch must hold at least one sample: got size 0",
                () -> BatchSource.of(DATA).batches(0, 0));
    }

    @EachVariant
    void aPreparedBatchHasTheSameBitsAndIsReadNoMore(String variant) {
        DataSet scaled = Standardizer.fit(DATA).apply(DATA);
        Batch batch = new Batch(scaled.select(7, 3, 3, 19));
        Batch prepared = batch.prepared();
        try (Engine engine = Variant.open(variant)) {
            assertArrayEquals(
                    batch.inputs(engine).data(), prepared.inputs(engine).data());
            assertArrayEquals(
                    batch.targets(engine).data(), prepared.targets(engine).data());
            assertEquals(batch.inputs(engine).shape(), prepared.inputs(engine).shape());
        }
        assertSame(prepared.samples().inputs(), prepared.samples().inputs());
        assertSame(prepared.samples().targets(), prepared.samples().targets());
    }
}
