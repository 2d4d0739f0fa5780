package org.wengert.nn.load;

import java.nio.file.Path;
import org.wengert.nn.data.CsvData;
import org.wengert.nn.data.DataException;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.IdxData;

/** Reads one CSV file or two IDX files, and says how that went: run in a process whose heap is known. */
final class ReadFile {
    private ReadFile() {}

    /** One file or two. */
    public static void main(String... args) {
        try {
            DataSet data = args.length == 1
                    ? CsvData.of(Path.of(args[0])).read()
                    : IdxData.read(Path.of(args[0]), Path.of(args[1]), 2);
            System.out.println("read " + data.size() + " x " + data.width());
        } catch (DataException e) {
            System.out.println("refused " + e.getMessage());
        }
    }
}
