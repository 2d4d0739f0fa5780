package org.wengert.nn.data;

/**
 * A table in two parts.
 *
 * @param train what preprocessing is fitted on and a model learns from
 * @param test  what it is judged by
 */
public record TableSplit(Table train, Table test) {
    static TableSplit of(Table table, int[][] parts) {
        return new TableSplit(table.select(parts[0]), table.select(parts[1]));
    }

    /** Both parts as inputs and targets, by a preprocessing that was fitted on the training part. */
    public Split apply(Preprocessing fitted) {
        return new Split(fitted.apply(train), fitted.apply(test));
    }
}
