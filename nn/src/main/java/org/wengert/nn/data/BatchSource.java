package org.wengert.nn.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.wengert.nn.Randoms;

/** Where batches come from, pass by pass: memory, or files that are larger than memory. */
public interface BatchSource {
    /**
     * The batches of one pass.
     *
     * @param size  how many samples a batch has; the last one may have fewer
     * @param epoch the number of the pass, counted from 0: the same number gives the same batches in the same order
     * @throws DataException if the size is below 1; here or from the iterator, if what is read is no data
     */
    BatchIterator batches(int size, long epoch);

    /** How many samples a pass has; empty if that is not known before one is complete. */
    OptionalLong size();

    /** How many inputs a sample has. */
    int width();

    /** How many outputs a model of these samples needs. */
    int outputs();

    /** What a model shall tell. */
    TargetKind kind();

    /** A name for each class, by its number; none if targets are numbers. */
    List<String> classNames();

    /**
     * What makes it the source it is, as texts by name: a checksum of its samples, and the order in which they come. A run
     * that is taken up from a checkpoint must have a source of the same identity. Files are read to their ends for it, once a
     * run that is saved.
     *
     * <p>A source of one's own has none unless it says otherwise; that its samples and their order are the same when a run is
     * taken up is then in the hands of whoever takes it up.
     *
     * @throws DataException if a pass cannot be had again, or a file cannot be read
     */
    default Map<String, String> identity() {
        return Map.of();
    }

    /** The samples of a data set in order. */
    static BatchSource of(DataSet data) {
        return new MemorySource(data, Optional.of("as the data stand"), epoch -> Permutations.identity(data.size()));
    }

    /** The samples of a data set in an order that follows from the seed and the number of the pass. */
    static BatchSource shuffled(DataSet data, long seed) {
        return new MemorySource(
                data,
                Optional.of("shuffled by seed " + seed),
                epoch -> Permutations.shuffle(Permutations.identity(data.size()), Randoms.seeded(seed, epoch)));
    }

    /**
     * The samples of a data set in an order that each pass draws from a generator, whatever its number: what published runs
     * need that have one generator for everything. Such a run cannot be taken up from a checkpoint, so it is refused them.
     */
    static BatchSource shuffled(DataSet data, RandomGenerator random) {
        return new MemorySource(
                data, Optional.empty(), epoch -> Permutations.shuffle(Permutations.identity(data.size()), random));
    }
}
