package org.wengert.tape;

import java.util.Arrays;
import org.wengert.op.Reduce;
import org.wengert.op.SoftmaxRow;

/** One number for each group; see {@link Reduce} for values and shares. The sum or mean of all has a road of its own. */
final class ReduceRule<A> implements Rule<A> {
    private final Kernels<A> kernels;

    ReduceRule(Kernels<A> kernels) {
        this.kernels = kernels;
    }

    private static boolean isTotal(ArrayValue<?> y) {
        Reduce.Kind kind = ((Reduce) y.operation()).kind();
        return y.size() == 1 && (kind == Reduce.Kind.SUM || kind == Reduce.Kind.MEAN);
    }

    private static double divisor(ArrayValue<?> y) {
        return ((Reduce) y.operation()).kind() == Reduce.Kind.MEAN
                ? y.operand(0).size()
                : 1;
    }

    @Override
    public void forward(ArrayValue<A> y) {
        TapeValue<A> x = y.operand(0);
        if (isTotal(y)) {
            double total = kernels.sum(x.store(), x.at(), x.size()) / divisor(y);
            kernels.spread(total, y.store(), y.at(), 1, false);
            return;
        }
        Reduce op = (Reduce) y.operation();
        double[] numbers = x.read();
        int[][] groups = Shares.groups(x.shape(), op.keptShape(x.shape()));
        double[] result = new double[groups.length];
        Arrays.setAll(result, group -> reduced(op.kind(), Shares.pick(numbers, groups[group])));
        kernels.put(result, y.store(), y.at());
    }

    private static double reduced(Reduce.Kind kind, double[] x) {
        return switch (kind) {
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
    public void backward(ArrayValue<A> y) {
        TapeValue<A> x = y.operand(0);
        if (isTotal(y)) {
            boolean add = x.reach();
            double share = kernels.get(y.adjoint(), y.at()) / divisor(y);
            kernels.spread(share, x.adjoint(), x.at(), x.size(), add);
            return;
        }
        Reduce op = (Reduce) y.operation();
        double[] numbers = x.read();
        double[] values = y.read();
        double[] gradient = y.readAdjoint();
        double[] share = new double[numbers.length];
        int[][] groups = Shares.groups(x.shape(), op.keptShape(x.shape()));
        for (int group = 0; group < groups.length; group++) {
            double[] slopes = slopes(op.kind(), Shares.pick(numbers, groups[group]), values[group]);
            for (int k = 0; k < slopes.length; k++) {
                // One that was not chosen has no share, not even of an infinity.
                share[groups[group][k]] = slopes[k] == 0 ? 0 : gradient[group] * slopes[k];
            }
        }
        Shares.give(x, share);
    }

    private static double[] slopes(Reduce.Kind kind, double[] x, double y) {
        double[] slopes = new double[x.length];
        switch (kind) {
            case SUM -> Arrays.fill(slopes, 1);
            case MEAN -> Arrays.fill(slopes, 1.0 / x.length);
            case MAX, MIN -> {
                double share =
                        1.0 / Arrays.stream(x).filter(number -> number == y).count();
                Arrays.setAll(slopes, k -> Double.isNaN(y) ? y : x[k] == y ? share : 0);
            }
            case LOG_SUM_EXP -> {
                SoftmaxRow row = new SoftmaxRow(x);
                Arrays.setAll(slopes, row::logSumExpSlope);
            }
        }
        return slopes;
    }
}
