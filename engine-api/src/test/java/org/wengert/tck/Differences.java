package org.wengert.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wengert.Engine;
import org.wengert.tck.random.Expression;
import org.wengert.tck.random.ForwardMode;
import org.wengert.tck.random.Recording;
import org.wengert.tck.random.Rounding;

/**
 * An engine's gradient against differences of its own values, as all variables move along a random direction. A function
 * that bends too much on the way, or has a kink there, is left out.
 */
final class Differences {
    private final Arithmetic arithmetic;
    private final Engine engine;
    private final Expression expression;
    private final Random random = new Random(11);

    Differences(Arithmetic arithmetic, Engine engine, Expression expression) {
        this.arithmetic = arithmetic;
        this.engine = engine;
        this.expression = expression;
    }

    void check() {
        Precision precision = arithmetic.precision();
        Rounding rounding = Rounding.of(arithmetic);
        double step = Math.cbrt(2 * precision.roundoff());
        if (!ForwardMode.isSmooth(expression, rounding, 2 * step)) {
            return;
        }
        ForwardMode mode = ForwardMode.of(expression, rounding);
        List<double[]> gradients = Recording.of(engine, expression).backward().gradients();
        List<double[]> signs = new ArrayList<>();
        gradients.forEach(gradient -> signs.add(
                random.doubles(gradient.length, -1, 1).map(Math::signum).toArray()));

        List<double[]> left = shifted(precision, signs, -step);
        List<double[]> right = shifted(precision, signs, step);
        double change = value(right) - value(left);
        double wide = value(shifted(precision, signs, 2 * step)) - value(shifted(precision, signs, -2 * step));

        double expected = 0;
        double allowed = Math.abs(wide - 2 * change);
        for (int k = 0; k < gradients.size(); k++) {
            int v = expression.variables().get(k);
            double[] errors = mode.gradientErrors(expression.root(), v, expression.seed());
            for (int i = 0; i < gradients.get(k).length; i++) {
                double moved = right.get(k)[i] - left.get(k)[i];
                expected += gradients.get(k)[i] * moved;
                allowed += errors[i] * Math.abs(moved);
            }
        }
        double[] errors = mode.errors(expression.root());
        double[] root = mode.numbers(expression.root());
        for (int i = 0; i < errors.length; i++) {
            double summed = root.length * Math.ulp(root[i]); // for the root is added up here
            allowed += 6 * Math.abs(expression.seed()[i]) * (errors[i] + summed);
        }
        Close.assertClose("change along a random direction", Close.within(0, allowed), expected, change);
    }

    private List<double[]> shifted(Precision precision, List<double[]> signs, double step) {
        List<double[]> shifted = new ArrayList<>();
        for (int k = 0; k < signs.size(); k++) {
            double[] x = expression
                    .nodes()
                    .get(expression.variables().get(k))
                    .numbers()
                    .clone();
            for (int i = 0; i < x.length; i++) {
                x[i] = precision.round(x[i] + signs.get(k)[i] * step * (x[i] == 0 ? 1 : Math.abs(x[i])));
            }
            shifted.add(x);
        }
        return shifted;
    }

    /** {@code sum(seed * root)} where variables have these numbers. */
    private double value(List<double[]> numbers) {
        double[] root = Recording.of(engine, expression.at(numbers)).root().data();
        double sum = 0;
        for (int i = 0; i < root.length; i++) {
            sum += expression.seed()[i] * root[i];
        }
        return sum;
    }
}
