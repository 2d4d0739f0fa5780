package org.wengert.tck;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.wengert.Value;
import org.wengert.Variable;

/**
 * How one row of {@code conventions.json} is written here, and what holds for it.
 *
 * @param java       the expression, as a reader would write it
 * @param expression the same as code; none for what is not an operation here
 * @param own        where ours is not PyTorch's result, or where the table has none that counts
 * @param note       why, where there is something to say
 */
record Convention(
        String java, Optional<Function<List<Variable>, Value>> expression, Optional<Result> own, String note) {
    /**
     * What comes out.
     *
     * @param value     of the expression, a single number
     * @param gradients of all inputs, one after another
     */
    record Result(double value, double... gradients) {}

    static Convention of(String java, Function<Variable, Value> expression) {
        return new Convention(java, Optional.of(in -> expression.apply(in.get(0))), Optional.empty(), "");
    }

    static Convention ofTwo(String java, BiFunction<Variable, Variable, Value> expression) {
        return new Convention(java, Optional.of(in -> expression.apply(in.get(0), in.get(1))), Optional.empty(), "");
    }

    static Convention none(String note) {
        return new Convention("", Optional.empty(), Optional.empty(), note);
    }

    Convention noted(String text) {
        return new Convention(java, expression, own, text);
    }

    /** Ours is this, and not PyTorch's. */
    Convention own(String why, double value, double... gradients) {
        return new Convention(java, expression, Optional.of(new Result(value, gradients)), why);
    }
}
