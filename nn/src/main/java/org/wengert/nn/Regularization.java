package org.wengert.nn;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.Excerpt;

/**
 * A penalty on the size of parameters, added to the loss.
 *
 * <pre>{@code Regularization.elastic(1e-5, 1e-4).named("*.weight")}</pre>
 */
@FunctionalInterface
public interface Regularization {
    /** The penalty of these variables, a single number. */
    Value of(List<? extends Variable> variables);

    /**
     * What it is called, with all that it was told: a run is not taken up with another. A penalty of one's own is
     * {@code one's own} unless it says otherwise.
     */
    default String description() {
        return "one's own";
    }

    /**
     * {@code alpha} times the sum of all absolute numbers (Tibshirani 1996), which draws them to 0 and holds them there;
     * its gradient is {@code alpha sign(w)}, and 0 at 0.
     *
     * @throws ModelException if alpha is not a finite number from 0
     */
    static Regularization l1(double alpha) {
        return sum("l1", alpha, Value::abs);
    }

    /**
     * {@code alpha} times the sum of the squares of all numbers; its gradient is {@code 2 alpha w}.
     *
     * @throws ModelException if alpha is not a finite number from 0
     */
    static Regularization l2(double alpha) {
        return sum("l2", alpha, Value::square);
    }

    /** {@link #l2(double)} of these variables. */
    static Value l2(double alpha, List<? extends Variable> variables) {
        return l2(alpha).of(variables);
    }

    /** {@code l1} times the sum of absolute numbers and {@code l2} times that of squares (Zou and Hastie 2005). */
    static Regularization elastic(double l1, double l2) {
        Regularization absolute = l1(l1);
        Regularization squares = l2(l2);
        return new DescribedRegularization(
                absolute.description() + " + " + squares.description(),
                variables -> absolute.of(variables).add(squares.of(variables)));
    }

    private static Regularization sum(String name, double alpha, UnaryOperator<Value> size) {
        if (!(alpha >= 0 && alpha <= Double.MAX_VALUE)) {
            throw new ModelException(name + ": alpha must be a finite number from 0: got " + alpha);
        }
        return new DescribedRegularization(
                name + " " + alpha,
                variables -> variables.stream()
                        .map(variable -> size.apply(variable).sum())
                        .reduce(Value::add)
                        .orElseThrow(() -> new ModelException(name + ": no variables: there is nothing to hold small"))
                        .mul(alpha));
    }

    /**
     * The same on some of the variables only.
     *
     * @param pattern a name, in which {@code *} stands for any number of characters: {@code *.weight}; {@link #of} throws
     *     a {@link ModelException} if there is no variable of such a name
     */
    default Regularization named(String pattern) {
        Pattern names = Parameters.pattern(pattern);
        return new DescribedRegularization("(" + description() + ") of " + pattern, variables -> {
            List<Variable> chosen = variables.stream()
                    .filter(variable -> names.matcher(variable.label()).matches())
                    .collect(Collectors.toList());
            if (chosen.isEmpty()) {
                throw new ModelException("regularization: no variable has the name '" + Excerpt.of(pattern)
                        + "': there are "
                        + Excerpt.list(variables.stream().map(Variable::label).collect(Collectors.toList())));
            }
            return of(chosen);
        });
    }

    /** The same on these variables, whatever else is trained. */
    default Regularization only(List<? extends Variable> chosen) {
        List<Variable> fixed = List.copyOf(chosen);
        String names = fixed.stream().map(Variable::label).collect(Collectors.joining(", "));
        return new DescribedRegularization("(" + description() + ") of " + names, variables -> of(fixed));
    }
}
