package org.wengert.nn.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wengert.error.Excerpt;

/** Turns the targets of a table's rows into numbers, as a preprocessing says; knows where their columns stand. */
final class TargetEncoder {
    /** The way out where a target is missing. */
    static final String REFUSED = "a target is never filled in; use Missing.DROP";

    private final Target target;
    private final boolean drops;
    private final int[] positions;
    private final Map<String, Integer> classes;

    /**
     * An encoder for rows whose columns have these names, in this order.
     *
     * @param file that the rows are read from, if they are
     * @throws DataException if a target is missing among them
     */
    TargetEncoder(Preprocessing preprocessing, List<String> names, Optional<Path> file) {
        Map<String, Integer> numbered = Names.numbered(names);
        this.target = preprocessing.target();
        this.drops = preprocessing.missing() == Missing.DROP;
        this.positions = target.names().stream()
                .mapToInt(name -> Names.position(numbered, name, names, file))
                .toArray();
        this.classes = Names.numbered(target.classNames());
    }

    int width() {
        return positions.length;
    }

    /** Whether a row is to be left out for a missing target. */
    boolean drops(Cells row) {
        return drops && Arrays.stream(positions).anyMatch(position -> isMissing(row, position));
    }

    private boolean isMissing(Cells row, int position) {
        return target.kind() == TargetKind.NUMBERS
                ? Double.isNaN(row.number(position))
                : row.text(position).isEmpty();
    }

    /** Writes a row's target into an array from a position on. */
    void encode(Cells row, double[] into, int at) {
        for (int i = 0; i < positions.length; i++) {
            if (isMissing(row, positions[i])) {
                throw Encoder.missing(row, positions[i], REFUSED);
            }
            into[at + i] =
                    target.kind() == TargetKind.NUMBERS ? row.number(positions[i]) : classOrSign(row, positions[i]);
        }
        target.scaler().ifPresent(scaler -> scaler.scale(into, at));
    }

    private double classOrSign(Cells row, int position) {
        String name = row.text(position);
        Integer known = classes.get(name);
        if (known == null) {
            Place place = row.place(position);
            throw new DataException(
                    "preprocessing: unknown class: '" + Excerpt.of(name) + "' in " + place + ": known are "
                            + Excerpt.list(target.classNames()),
                    place);
        }
        return target.kind() == TargetKind.SIGNS ? 2 * known - 1 : known;
    }
}
