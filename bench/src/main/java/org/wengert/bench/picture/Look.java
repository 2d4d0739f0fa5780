package org.wengert.bench.picture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wengert.bench.result.Row;

/**
 * What a contender's marks look like: a colour, and a shape and a dash that tell it apart without colour.
 *
 * @param number counts from 0
 */
public record Look(int number) {
    private static final int COLORS = 6;
    private static final int DASHES = 4;

    /** A look for each contender, in the order in which they first appear. */
    static Map<String, Look> of(List<Row> rows) {
        Map<String, Look> looks = new LinkedHashMap<>();
        rows.forEach(row -> looks.putIfAbsent(row.contender(), new Look(looks.size())));
        return looks;
    }

    /** The colour's class in the style sheet. */
    public String color() {
        return "color" + number % COLORS;
    }

    /** The dash's class in the style sheet. */
    public String dash() {
        return "dash" + number % DASHES;
    }

    /** The shape. */
    public Marker marker() {
        return Marker.values()[number % Marker.values().length];
    }
}
