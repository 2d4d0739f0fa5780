package org.wengert.bench.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wengert.bench.result.Row;

/** Which row of a group the ratios of the others are to. */
final class BaselineRow {
    private BaselineRow() {}

    /** The one row with a time and no ratio, or null if there are several or nobody has a ratio. */
    static @Nullable Row of(List<Row> group) {
        List<Row> without = group.stream()
                .filter(row -> row.time() != null && row.ratio() == null)
                .toList();
        boolean compared = group.stream().anyMatch(row -> row.ratio() != null);
        return compared && without.size() == 1 ? without.get(0) : null;
    }
}
