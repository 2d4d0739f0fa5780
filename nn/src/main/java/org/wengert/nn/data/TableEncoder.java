package org.wengert.nn.data;

import java.util.Arrays;

/** Turns the rows of a table into inputs and targets, as a preprocessing says. */
final class TableEncoder {
    private final Preprocessing preprocessing;
    private final Table table;
    private final Encoder encoder;

    TableEncoder(Preprocessing preprocessing, Table table) {
        this.preprocessing = preprocessing;
        this.table = table;
        this.encoder = new Encoder(preprocessing, table.names(), table.file());
    }

    double[][] inputs() {
        double[][] rows = new double[table.size()][encoder.width()];
        for (int i = 0; i < rows.length; i++) {
            encoder.encode(table.row(i), rows[i], 0);
        }
        return rows;
    }

    DataSet dataSet() {
        TargetEncoder targets = new TargetEncoder(preprocessing, table.names(), table.file());
        int width = encoder.width();
        int outputs = targets.width();
        double[] rows = new double[Checks.room(table.size(), width)];
        double[] told = new double[Checks.room(table.size(), outputs)];
        int count = 0;
        for (int i = 0; i < table.size(); i++) {
            TableRow row = table.row(i);
            if (!encoder.drops(row) && !targets.drops(row)) {
                encoder.encode(row, rows, count * width);
                targets.encode(row, told, count * outputs);
                count++;
            }
        }
        if (count == 0) {
            throw new DataException(
                    "preprocessing: no rows are left: each of " + table.size() + " has a missing value");
        }
        return preprocessing.layout().samples(Arrays.copyOf(rows, count * width), Arrays.copyOf(told, count * outputs));
    }
}
