package org.wengert.nn.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Batches from a CSV file that may be larger than memory: it is read anew in each pass, and no more of it is in memory than a
 * batch and what it is shuffled within. A preprocessing says what becomes of its columns; it can be fitted on the first rows
 * ({@link CsvTable#limit}) or on another file. What a row is refused for is what {@link CsvTable#read} and
 * {@link Preprocessing#apply(Table)} refuse it for, when it comes to be read.
 *
 * <pre>{@code
 * Table sample = CsvTable.of(path).limit(10_000).read();
 * Preprocessing fitted = Preprocessing.fit(sample, Preparation.of("price").scaling(Scaling.STANDARDIZE));
 * BatchSource source = CsvSource.of(path, fitted).shuffled(seed, 10_000);
 * }</pre>
 */
public final class CsvSource extends StreamedSource {
    private final Path file;
    private final boolean header;
    private final Preprocessing preprocessing;

    private CsvSource(
            Path file, boolean header, Preprocessing preprocessing, SampleLayout layout, Shuffling shuffling) {
        super(layout, shuffling);
        this.file = file;
        this.header = header;
        this.preprocessing = preprocessing;
    }

    /** A file with a header, in order. */
    public static CsvSource of(Path file, Preprocessing preprocessing) {
        return new CsvSource(file, true, preprocessing, preprocessing.layout(), Shuffling.NONE);
    }

    /** The first line is data; columns are named {@code 0}, {@code 1} and so on. */
    public CsvSource headerless() {
        return new CsvSource(file, false, preprocessing, layout, shuffling);
    }

    /**
     * In an order that follows from the seed and the number of the pass: each sample is drawn from a buffer of those that come
     * next in the file. A buffer as large as the file shuffles all of it; its memory is 8 bytes for each of its numbers.
     *
     * @param buffer how many samples it holds
     * @throws DataException if the buffer holds none
     */
    public CsvSource shuffled(long seed, int buffer) {
        return new CsvSource(file, header, preprocessing, layout, new Shuffling(seed, buffer));
    }

    @Override
    SampleReader open() {
        return new Reader();
    }

    @Override
    public Map<String, String> identity() {
        Fingerprint data = new Fingerprint()
                .add(file)
                .add(header ? "header" : "headerless")
                .add(preprocessing);
        return Map.of("data", data.text(), "order", shuffling.order());
    }

    /** Not known: rows are counted nowhere. */
    @Override
    public OptionalLong size() {
        return OptionalLong.empty();
    }

    private final class Reader implements SampleReader {
        private final CsvRows rows = CsvRows.open(file, header);
        private final Encoder inputs;
        private final TargetEncoder targets;
        private boolean isEmpty = true;

        Reader() {
            try {
                Names.checkDistinct(file, rows.names());
                inputs = new Encoder(preprocessing, rows.names(), Optional.of(file));
                targets = new TargetEncoder(preprocessing, rows.names(), Optional.of(file));
            } catch (RuntimeException | Error e) {
                rows.close();
                throw e;
            }
        }

        @Override
        public boolean read(double[] into, int at, double[] targetsInto, int targetAt) {
            while (rows.next()) {
                TextRow row = new TextRow(rows.fields(), rows::place);
                if (!inputs.drops(row) && !targets.drops(row)) {
                    Arrays.fill(into, at, at + inputs.width(), 0);
                    inputs.encode(row, into, at);
                    targets.encode(row, targetsInto, targetAt);
                    isEmpty = false;
                    return true;
                }
            }
            if (isEmpty) {
                throw new DataException("csv: no data: " + file + " has no row, or none without a missing value");
            }
            return false;
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
