package org.wengert.draw;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.wengert.Value;

/** How large gradients are among others, from 0 to 1 on a logarithmic scale; NaN for those that are not finite. */
final class Heat {
    /** A gradient of a thousandth of the largest begins to be coloured. */
    private static final double RANGE = 1000;

    private final Map<Value, Double> sizes = new HashMap<>();
    private final double largest;

    Heat(Collection<Value> values) {
        double most = 0;
        for (Value value : values) {
            double size = Caption.size(value);
            sizes.put(value, size);
            most = Double.isFinite(size) ? Math.max(most, size) : most;
        }
        largest = most;
    }

    /** Of a value; 0 if it is none of those it was measured among. */
    double of(Value value) {
        double size = sizes.getOrDefault(value, 0.0);
        double share = largest == 0 ? 0 : size / largest;
        return Double.isFinite(size) ? Math.log1p(RANGE * share) / Math.log1p(RANGE) : Double.NaN;
    }

    /** Of the warmest; NaN if one is not finite. */
    double of(Collection<Value> values) {
        return values.stream().mapToDouble(this::of).reduce(0, Math::max);
    }
}
