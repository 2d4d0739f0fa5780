package org.wengert.nn.optim;

import java.util.function.DoubleFunction;

/**
 * A step length that satisfies the strong Wolfe conditions, {@code f(a) <= f(0) + c1 a f'(0)} and
 * {@code |f'(a)| <= c2 |f'(0)|} (Nocedal and Wright 2006, algorithms 3.5 and 3.6, with cubic interpolation). Where a
 * value or a slope is not finite the step was too long.
 *
 * @param decrease    {@code c1}
 * @param curvature   {@code c2}
 * @param evaluations how many step lengths are tried at most
 */
record StrongWolfe(double decrease, double curvature, int evaluations) {
    /** An interpolated step keeps this share of the interval away from either end. */
    private static final double MARGIN = 0.1;

    private static final double LEAST_GROWTH = 0.01;
    private static final double MOST_GROWTH = 10;

    /** A step that was tried, and value and slope there. */
    record Trial(double step, Point point, double slope) {
        double value() {
            return point.value();
        }
    }

    /**
     * Looks for a step. When the trials are used up it is the best that was found, which may be {@code start} itself.
     *
     * @param line  the function along the direction of search
     * @param start step 0, where the slope is negative
     * @param first the step to try first
     */
    Trial search(DoubleFunction<Trial> line, Trial start, double first) {
        Trial last = start;
        double step = first;
        for (int tried = 1; tried <= evaluations; tried++) {
            Trial trial = line.apply(step);
            if (!isLower(start, trial) || (tried > 1 && trial.value() >= last.value())) {
                return zoom(line, start, last, trial, evaluations - tried);
            }
            if (isFlat(start, trial)) {
                return trial;
            }
            if (trial.slope >= 0) {
                return zoom(line, start, trial, last, evaluations - tried);
            }
            double growth = step - last.step;
            step = held(minimum(last, trial), step + LEAST_GROWTH * growth, MOST_GROWTH * step);
            last = trial;
        }
        return last;
    }

    /** Narrows an interval that holds good steps; {@code low} is the lower end, not always the left one. */
    private Trial zoom(DoubleFunction<Trial> line, Trial start, Trial low, Trial high, int evaluationsLeft) {
        Trial lower = low;
        Trial higher = high;
        for (int left = evaluationsLeft; left > 0; left--) {
            double width = higher.step - lower.step;
            double step = held(minimum(lower, higher), lower.step + MARGIN * width, higher.step - MARGIN * width);
            Trial trial = line.apply(step);
            if (!isLower(start, trial) || trial.value() >= lower.value()) {
                higher = trial;
                continue;
            }
            if (isFlat(start, trial)) {
                return trial;
            }
            if (trial.slope * width >= 0) {
                higher = lower;
            }
            lower = trial;
        }
        return lower;
    }

    private boolean isLower(Trial start, Trial trial) {
        return trial.value() <= start.value() + decrease * trial.step * start.slope;
    }

    private boolean isFlat(Trial start, Trial trial) {
        return Math.abs(trial.slope) <= -curvature * start.slope;
    }

    /** Where the cubic through two values and slopes is lowest; NaN if nowhere. */
    private static double minimum(Trial a, Trial b) {
        double width = b.step - a.step;
        double d1 = a.slope + b.slope - 3 * (b.value() - a.value()) / width;
        double d2 = Math.copySign(Math.sqrt(d1 * d1 - a.slope * b.slope), width);
        return b.step - width * (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2);
    }

    /** A number held between two bounds in either order; their middle if it is NaN. */
    private static double held(double number, double a, double b) {
        return Double.isNaN(number) ? (a + b) / 2 : Math.max(Math.min(a, b), Math.min(number, Math.max(a, b)));
    }
}
