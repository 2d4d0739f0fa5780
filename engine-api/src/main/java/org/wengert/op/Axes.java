package org.wengert.op;

import java.util.Arrays;
import org.wengert.Shape;
import org.wengert.error.ShapeException;

/** Axes named by a user, where -1 is the last, brought into one form: counted from 0 and ascending. */
final class Axes {
    private Axes() {}

    /**
     * The axes counted from 0, ascending; none given means all.
     *
     * @throws ShapeException if one does not exist or stands twice
     */
    static int[] resolve(String operation, Shape shape, int... axes) {
        if (axes.length == 0) {
            int[] all = new int[shape.rank()];
            Arrays.setAll(all, axis -> axis);
            return all;
        }
        int[] resolved = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            resolved[i] = shape.axis(operation, axes[i]);
        }
        Arrays.sort(resolved);
        for (int i = 1; i < resolved.length; i++) {
            if (resolved[i] == resolved[i - 1]) {
                throw new ShapeException(operation + ": an axis stands twice: " + resolved[i] + " in "
                        + Arrays.toString(axes) + " of shape " + shape);
            }
        }
        return resolved;
    }
}
