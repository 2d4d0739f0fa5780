package org.wengert.nn.load;

import java.nio.file.Path;
import org.wengert.nn.data.BatchIterator;
import org.wengert.nn.data.BatchSource;
import org.wengert.nn.data.CsvSource;
import org.wengert.nn.data.CsvTable;
import org.wengert.nn.data.DataException;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.IdxSource;
import org.wengert.nn.data.Prefetched;
import org.wengert.nn.data.Preparation;
import org.wengert.nn.data.Preprocessing;

/** Goes once through one CSV file or two IDX files, shuffled and prepared ahead: run in a process whose heap is known. */
final class StreamFile {
    private static final int BUFFER = 1000;

    private StreamFile() {}

    /** One file or two; prints how many samples there were, and the sum of their first inputs and of their targets. */
    public static void main(String... args) {
        try {
            stream(args);
        } catch (DataException e) {
            System.out.println("refused " + e.getMessage());
        }
    }

    private static void stream(String... args) {
        BatchSource source = args.length == 1
                ? csv(Path.of(args[0]))
                : IdxSource.of(Path.of(args[0]), Path.of(args[1]), 2).shuffled(1, BUFFER);
        long samples = 0;
        double inputs = 0;
        double targets = 0;
        try (BatchIterator batches = Prefetched.of(source, 2).batches(64, 0)) {
            while (batches.hasNext()) {
                DataSet batch = batches.next().samples();
                for (int i = 0; i < batch.size(); i++) {
                    samples++;
                    inputs += batch.row(i)[0];
                    targets += batch.target(i)[0];
                }
            }
        }
        System.out.println(samples + " samples, " + inputs + ", " + targets);
    }

    private static BatchSource csv(Path file) {
        Preprocessing fitted = Preprocessing.fit(CsvTable.of(file).limit(10).read(), Preparation.of("y"));
        return CsvSource.of(file, fitted).shuffled(1, BUFFER);
    }
}
