package org.wengert.nn.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wengert.error.Excerpt;

/** Turns rows of a table into a model's inputs, as a preprocessing says; knows where each column stands. */
final class Encoder {
    /** The way out where missing values are refused. */
    static final String REFUSED = "fit the preprocessing with Missing.FILL or Missing.DROP";

    private final Preprocessing preprocessing;
    private final int[] positions;
    private final List<Map<String, Integer>> categories = new ArrayList<>();
    private final int width;

    /**
     * An encoder for rows whose columns have these names, in this order.
     *
     * @param file that the rows are read from, if they are
     * @throws DataException if a column is missing among them
     */
    Encoder(Preprocessing preprocessing, List<String> names, Optional<Path> file) {
        this.preprocessing = preprocessing;
        this.width = preprocessing.width();
        List<InputColumn> columns = preprocessing.columns();
        Map<String, Integer> numbered = Names.numbered(names);
        this.positions = new int[columns.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = Names.position(numbered, columns.get(i).name(), names, file);
            categories.add(
                    columns.get(i) instanceof InputColumn.Categories known
                            ? Names.numbered(known.categories())
                            : new HashMap<>());
        }
    }

    int width() {
        return width;
    }

    /** Whether a row is to be left out for a missing value. */
    boolean drops(Cells row) {
        if (preprocessing.missing() != Missing.DROP) {
            return false;
        }
        for (int i = 0; i < positions.length; i++) {
            boolean missing = preprocessing.columns().get(i) instanceof InputColumn.Numbers
                    ? Double.isNaN(row.number(positions[i]))
                    : row.text(positions[i]).isEmpty();
            if (missing) {
                return true;
            }
        }
        return false;
    }

    /** Writes a row's inputs into an array from a position on, where zeros must stand. */
    void encode(Cells row, double[] into, int at) {
        int input = at;
        int number = 0;
        for (int i = 0; i < positions.length; i++) {
            InputColumn column = preprocessing.columns().get(i);
            if (column instanceof InputColumn.Numbers numbers) {
                into[input] = number(numbers, row, positions[i], number++);
            } else {
                encode((InputColumn.Categories) column, row, i, into, input);
            }
            input += column.width();
        }
    }

    private double number(InputColumn.Numbers column, Cells row, int position, int number) {
        double given = row.number(position);
        double x = Double.isNaN(given) ? column.fill().orElseThrow(() -> missing(row, position)) : given;
        return preprocessing.scaler().isPresent() ? preprocessing.scaler().get().scaled(number, x) : x;
    }

    private void encode(InputColumn.Categories column, Cells row, int index, double[] into, int input) {
        int position = positions[index];
        String given = row.text(position);
        String category = given.isEmpty() ? column.fill().orElseThrow(() -> missing(row, position)) : given;
        Integer known = categories.get(index).get(category);
        if (known != null) {
            into[input + known] = 1;
        } else if (preprocessing.unknown() == UnknownCategory.REFUSE) {
            Place place = row.place(position);
            throw new DataException(
                    "preprocessing: unknown category: '" + Excerpt.of(category) + "' in " + place + ": known are "
                            + Excerpt.list(column.categories()),
                    place);
        }
    }

    private DataException missing(Cells row, int position) {
        return missing(
                row,
                position,
                preprocessing.missing() == Missing.DROP
                        ? "each row here needs an answer, so none is dropped"
                        : REFUSED);
    }

    static DataException missing(Cells row, int position, String wayOut) {
        Place place = row.place(position);
        return new DataException("preprocessing: missing value: " + place + "; " + wayOut, place);
    }
}
