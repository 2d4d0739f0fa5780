package org.wengert.tape;

import java.util.Arrays;
import org.wengert.op.Reduce;
import org.wengert.op.SoftmaxRow;

/** One number for each group; see {@link Reduce} for values and shares. */
final class ReduceRule implements Rule {
    private final Reduce op;

    ReduceRule(Reduce op) {
        this.op = op;
    }

    @Override
    public void forward(Block[] operands, Block result) {
        Span x = operands[0].data();
        Span y = result.data();
        int[][] members = Groups.members(operands[0].shape, op.keptShape(operands[0].shape));
        for (int group = 0; group < members.length; group++) {
            y.array()[y.at() + group] = reduced(Groups.pick(x, members[group]));
        }
    }

    private double reduced(double[] x) {
        return switch (op.kind()) {
            case SUM -> sum(x);
            case MEAN -> sum(x) / x.length;
            case MAX -> Arrays.stream(x).max().orElseThrow();
            case MIN -> Arrays.stream(x).min().orElseThrow();
            case LOG_SUM_EXP -> new SoftmaxRow(x).logSumExp();
        };
    }

    private static double sum(double[] x) {
        double sum = 0; // not a stream's sum, which is compensated
        for (double number : x) {
            sum += number;
        }
        return sum;
    }

    @Override
    public void backward(Block[] operands, Block result) {
        if (!operands[0].isLive()) {
            return;
        }
        Span x = operands[0].data();
        Span gx = operands[0].reach();
        Span y = result.data();
        Span gy = result.adjoint();
        int[][] members = Groups.members(operands[0].shape, op.keptShape(operands[0].shape));
        for (int group = 0; group < members.length; group++) {
            double[] numbers = Groups.pick(x, members[group]);
            double value = y.array()[y.at() + group];
            double gradient = gy.array()[gy.at() + group];
            addShares(numbers, value, gradient, members[group], gx);
        }
    }

    private void addShares(double[] x, double y, double gradient, int[] positions, Span gx) {
        switch (op.kind()) {
            case SUM -> addEach(gradient, positions, gx);
            case MEAN -> addEach(gradient / x.length, positions, gx);
            case MAX, MIN -> addToChosen(x, y, gradient, positions, gx);
            case LOG_SUM_EXP -> {
                SoftmaxRow row = new SoftmaxRow(x);
                for (int k = 0; k < x.length; k++) {
                    gx.array()[gx.at() + positions[k]] += gradient * row.logSumExpSlope(k);
                }
            }
        }
    }

    private static void addEach(double share, int[] positions, Span gx) {
        for (int position : positions) {
            gx.array()[gx.at() + position] += share;
        }
    }

    /** Those that hold the chosen number share the gradient; where it is NaN, so are all shares. */
    private static void addToChosen(double[] x, double y, double gradient, int[] positions, Span gx) {
        boolean undefined = Double.isNaN(y);
        double share = undefined
                ? y
                : 1.0 / Arrays.stream(x).filter(number -> number == y).count();
        for (int k = 0; k < x.length; k++) {
            if (undefined || x[k] == y) {
                gx.array()[gx.at() + positions[k]] += gradient * share;
            }
        }
    }
}
