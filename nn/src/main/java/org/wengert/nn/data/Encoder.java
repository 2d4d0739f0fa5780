package org.wengert.nn.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wengert.error.Excerpt;

/** Turns rows of a table into a model's inputs, as a preprocessing says; knows where each column stands. */
final class Encoder {
    private final Preprocessing preprocessing;
    private final int[] positions;
    private final List<Map<String, Integer>> categories = new ArrayList<>();
    private final int width;

    /**
     * An encoder for rows whose columns have these names, in this order.
     *
     * @throws DataException if a column is missing among them
     */
    Encoder(Preprocessing preprocessing, List<String> names) {
        this.preprocessing = preprocessing;
        this.width = preprocessing.width();
        List<InputColumn> columns = preprocessing.columns();
        Map<String, Integer> numbered = Names.numbered(names);
        this.positions = new int[columns.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = Names.position(numbered, columns.get(i).name(), names);
            categories.add(
                    columns.get(i) instanceof InputColumn.Categories known
                            ? Names.numbered(known.categories())
                            : new HashMap<>());
        }
    }

    int width() {
        return width;
    }

    /**
     * Writes a row's inputs into an array from a position on, where zeros must stand; false if the row is to be dropped,
     * and then nothing counts that was written.
     *
     * @param all whether each row is to have inputs, so that what would drop it is an error
     */
    boolean encode(Cells row, double[] into, int at, boolean all) {
        int input = at;
        int number = 0;
        for (int i = 0; i < positions.length; i++) {
            InputColumn column = preprocessing.columns().get(i);
            boolean present;
            if (column instanceof InputColumn.Numbers numbers) {
                present = encode(numbers, row, positions[i], number++, into, input, all);
            } else {
                present = encode((InputColumn.Categories) column, row, i, into, input, all);
            }
            if (!present) {
                return false;
            }
            input += column.width();
        }
        return true;
    }

    private boolean encode(
            InputColumn.Numbers column, Cells row, int position, int number, double[] into, int input, boolean all) {
        double x = row.number(position);
        if (Double.isNaN(x)) {
            if (isDropped(row, position, all)) {
                return false;
            }
            x = column.fill().orElseThrow();
        }
        into[input] = preprocessing.scaler().isPresent()
                ? preprocessing.scaler().get().scaled(number, x)
                : x;
        return true;
    }

    private boolean encode(InputColumn.Categories column, Cells row, int index, double[] into, int input, boolean all) {
        String category = row.text(positions[index]);
        if (category.isEmpty()) {
            if (isDropped(row, positions[index], all)) {
                return false;
            }
            category = column.fill().orElseThrow();
        }
        Integer known = categories.get(index).get(category);
        if (known != null) {
            into[input + known] = 1;
        } else if (preprocessing.unknown() == UnknownCategory.REFUSE) {
            throw new DataException("preprocessing: unknown category: '" + Excerpt.of(category) + "' in "
                    + row.place(positions[index]) + ": known are " + Excerpt.list(column.categories()));
        }
        return true;
    }

    /** Whether the row is to be dropped for a missing value, rather than to be filled. */
    private boolean isDropped(Cells row, int position, boolean all) {
        return switch (preprocessing.missing()) {
            case FILL -> false;
            case DROP -> {
                if (all) {
                    throw missing(row, position, "each row here needs an answer, so none is dropped");
                }
                yield true;
            }
            case REFUSE -> throw missing(row, position, "fit the preprocessing with Missing.FILL or Missing.DROP");
        };
    }

    static DataException missing(Cells row, int position, String wayOut) {
        return new DataException("preprocessing: missing value: " + row.place(position) + "; " + wayOut);
    }
}
