package org.wengert.tck.example;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.op.Binary;
import org.wengert.op.BroadcastTo;
import org.wengert.op.Concat;
import org.wengert.op.CrossEntropy;
import org.wengert.op.Linear;
import org.wengert.op.MatMul;
import org.wengert.op.Op;
import org.wengert.op.Rearrangement;
import org.wengert.op.Reduce;
import org.wengert.op.Softmax;
import org.wengert.op.SoftmaxRow;
import org.wengert.op.SquaredError;
import org.wengert.op.Structural;
import org.wengert.op.Unary;
import org.wengert.op.Where;

/** For each operation its numbers, and beside them how a gradient goes back. */
final class Rules implements Structural.Visitor<Rules.Result> {
    /** Adds to the gradient of each operand its share of the result's. */
    @FunctionalInterface
    interface Pullback {
        void send(double[] g, double[]... to);
    }

    /** What an operation gives. */
    record Result(double[] numbers, Pullback pullback) {}

    private final List<Value> operands;
    private final Shape shape;
    private final double[] y;

    Rules(List<Value> operands, Shape shape) {
        this.operands = operands;
        this.shape = shape;
        y = new double[shape.size()];
    }

    Result apply(Op op) {
        if (op instanceof Unary unary) {
            return unary(unary);
        }
        return op instanceof Binary binary ? binary(binary) : ((Structural) op).accept(this);
    }

    private double[] numbers(int operand) {
        return ((ListValue) operands.get(operand)).numbers;
    }

    private Shape shape(int operand) {
        return operands.get(operand).shape();
    }

    /** For each number of the result the place of an operand's that it is made of. */
    private int[] stretched(Shape operand) {
        return new BroadcastTo(shape).sources(operand);
    }

    private Result unary(Unary op) {
        double[] x = numbers(0);
        Arrays.setAll(y, i -> op.value(x[i]));
        return new Result(y, (g, to) -> {
            for (int i = 0; i < y.length; i++) {
                to[0][i] += g[i] * op.slope(x[i], y[i]);
            }
        });
    }

    private Result binary(Binary op) {
        double[] a = numbers(0);
        double[] b = numbers(1);
        int[] left = stretched(shape(0));
        int[] right = stretched(shape(1));
        Arrays.setAll(y, i -> op.value(a[left[i]], b[right[i]]));
        return new Result(y, (g, to) -> {
            for (int i = 0; i < y.length; i++) {
                to[0][left[i]] += g[i] * op.left(a[left[i]], b[right[i]], y[i]);
                to[1][right[i]] += g[i] * op.right(a[left[i]], b[right[i]], y[i]);
            }
        });
    }

    @Override
    public Result matMul(MatMul op) {
        double[] a = numbers(0);
        double[] b = numbers(1);
        MatMul.Dimensions n = op.dimensions(shape(0), shape(1));
        boolean leftT = op.transposeLeft() && shape(0).rank() == 2;
        boolean rightT = op.transposeRight() && shape(1).rank() == 2;
        int[][] left = places(n.rows(), n.inner(), leftT);
        int[][] right = places(n.columns(), n.inner(), !rightT);
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < n.inner(); k++) {
                y[i] += a[left[i / n.columns()][k]] * b[right[i % n.columns()][k]];
            }
        }
        return new Result(y, (g, to) -> {
            for (int i = 0; i < y.length; i++) {
                for (int k = 0; k < n.inner(); k++) {
                    int inA = left[i / n.columns()][k];
                    int inB = right[i % n.columns()][k];
                    to[0][inA] += g[i] * b[inB];
                    to[1][inB] += g[i] * a[inA];
                }
            }
        });
    }

    @Override
    public Result linear(Linear op) {
        double[] x = numbers(0);
        double[] w = numbers(1);
        double[] b = numbers(2);
        int inputs = Linear.inputs(shape(0));
        int outputs = b.length;
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < inputs; k++) {
                y[i] += x[i / outputs * inputs + k] * w[i % outputs * inputs + k];
            }
            y[i] += b[i % outputs];
        }
        double[] z = y.clone();
        op.activation().ifPresent(f -> Arrays.setAll(y, i -> f.value(z[i])));
        return new Result(y, (g, to) -> {
            for (int i = 0; i < y.length; i++) {
                double slope =
                        op.activation().isPresent() ? op.activation().get().slope(z[i], y[i]) : 1;
                for (int k = 0; k < inputs; k++) {
                    int inX = i / outputs * inputs + k;
                    int inW = i % outputs * inputs + k;
                    to[0][inX] += g[i] * slope * w[inW];
                    to[1][inW] += g[i] * slope * x[inX];
                }
                to[2][i % outputs] += g[i] * slope;
            }
        });
    }

    /** For each line of a matrix the places of its numbers, where lines are rows or, across, columns. */
    private static int[][] places(int lines, int length, boolean across) {
        int[][] places = new int[lines][length];
        for (int i = 0; i < lines; i++) {
            int line = i;
            Arrays.setAll(places[i], k -> across ? k * lines + line : line * length + k);
        }
        return places;
    }

    @Override
    public Result reduce(Reduce op) {
        int[][] groups = groups(op.keptShape(shape(0)));
        double[] x = numbers(0);
        double[][] weights = new double[groups.length][];
        for (int group = 0; group < groups.length; group++) {
            double[] in = Arrays.stream(groups[group]).mapToDouble(i -> x[i]).toArray();
            y[group] = reduced(op.kind(), in);
            weights[group] = weights(op.kind(), in, y[group]);
        }
        return new Result(y, (g, to) -> {
            for (int group = 0; group < groups.length; group++) {
                for (int k = 0; k < groups[group].length; k++) {
                    to[0][groups[group][k]] += g[group] * weights[group][k];
                }
            }
        });
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

    /** Not that of streams, which compensates for rounding. */
    private static double sum(double[] x) {
        double sum = 0;
        for (double each : x) {
            sum += each;
        }
        return sum;
    }

    /** The derivative of a group's result by each of its numbers; those that tie share equally. */
    private static double[] weights(Reduce.Kind kind, double[] x, double best) {
        double[] weights = new double[x.length];
        double ties = Arrays.stream(x).filter(each -> each == best).count();
        switch (kind) {
            case SUM -> Arrays.fill(weights, 1);
            case MEAN -> Arrays.fill(weights, 1.0 / x.length);
            case MAX, MIN -> Arrays.setAll(weights, i -> Double.isNaN(best) ? Double.NaN : x[i] == best ? 1 / ties : 0);
            case LOG_SUM_EXP -> Arrays.setAll(weights, new SoftmaxRow(x)::logSumExpSlope);
        }
        return weights;
    }

    /** The operand's places that share a number of a smaller shape, in order. */
    private int[][] groups(Shape kept) {
        int[] groupOf = new BroadcastTo(shape(0)).sources(kept);
        IntStream.Builder[] members = new IntStream.Builder[kept.size()];
        Arrays.setAll(members, group -> IntStream.builder());
        for (int i = 0; i < groupOf.length; i++) {
            members[groupOf[i]].add(i);
        }
        return Arrays.stream(members).map(group -> group.build().toArray()).toArray(int[][]::new);
    }

    @Override
    public Result softmax(Softmax op) {
        int[] sizes = shape.dims();
        sizes[shape.axis(op.name(), op.axis())] = 1;
        int[][] groups = groups(Shape.of(sizes));
        SoftmaxRow[] rows = rows(groups);
        for (int r = 0; r < rows.length; r++) {
            for (int k = 0; k < groups[r].length; k++) {
                y[groups[r][k]] = op.logarithmic() ? rows[r].logShare(k) : rows[r].share(k);
            }
        }
        return new Result(y, (g, to) -> {
            for (int r = 0; r < rows.length; r++) {
                double[] in = Arrays.stream(groups[r]).mapToDouble(i -> g[i]).toArray();
                double[] out = op.logarithmic() ? rows[r].logShareGradient(in) : rows[r].shareGradient(in);
                for (int k = 0; k < out.length; k++) {
                    to[0][groups[r][k]] += out[k];
                }
            }
        });
    }

    private SoftmaxRow[] rows(int[][] groups) {
        double[] x = numbers(0);
        return Arrays.stream(groups)
                .map(group -> new SoftmaxRow(
                        Arrays.stream(group).mapToDouble(i -> x[i]).toArray()))
                .toArray(SoftmaxRow[]::new);
    }

    @Override
    public Result crossEntropy(CrossEntropy op) {
        int[] targets = op.targets();
        int classes = shape(0).dim(shape(0).rank() - 1);
        SoftmaxRow[] rows = rows(places(targets.length, classes, false));
        Arrays.setAll(y, i -> -rows[i].logShare(targets[i]));
        return new Result(y, (g, to) -> {
            for (int i = 0; i < rows.length; i++) {
                for (int k = 0; k < classes; k++) {
                    to[0][i * classes + k] += g[i] * (k == targets[i] ? -rows[i].rest(k) : rows[i].share(k));
                }
            }
        });
    }

    @Override
    public Result squaredError(SquaredError op) {
        double[] a = numbers(0);
        double[] b = numbers(1);
        double[] d = new double[a.length];
        Arrays.setAll(d, i -> a[i] - b[i]);
        int n = op.divisor(d.length);
        for (double each : d) {
            y[0] += each * each;
        }
        y[0] /= n;
        return new Result(y, (g, to) -> {
            for (int i = 0; i < d.length; i++) {
                double share = g[0] * (1.0 / n) * (2 * d[i]); // the weight of a mean comes first, as in reduce
                to[0][i] += share;
                to[1][i] -= share;
            }
        });
    }

    @Override
    public Result where(Where op) {
        boolean[] mask = op.mask();
        int[] inMask = stretched(op.maskShape());
        int[] left = stretched(shape(0));
        int[] right = stretched(shape(1));
        Arrays.setAll(y, i -> mask[inMask[i]] ? numbers(0)[left[i]] : numbers(1)[right[i]]);
        return new Result(y, (g, to) -> {
            for (int i = 0; i < y.length; i++) {
                to[mask[inMask[i]] ? 0 : 1][mask[inMask[i]] ? left[i] : right[i]] += g[i];
            }
        });
    }

    @Override
    public Result concat(Concat op) {
        int axis = shape.axis(op.name(), op.axis());
        int row = shape.strides()[axis] * shape.dim(axis);
        int[][] places = new int[operands.size()][];
        int offset = 0;
        for (int part = 0; part < places.length; part++) {
            int block = shape.strides()[axis] * shape(part).dim(axis);
            int start = offset;
            places[part] = IntStream.range(0, shape(part).size())
                    .map(i -> i / block * row + start + i % block)
                    .toArray();
            offset += block;
        }
        for (int part = 0; part < places.length; part++) {
            for (int i = 0; i < places[part].length; i++) {
                y[places[part][i]] = numbers(part)[i];
            }
        }
        return new Result(y, (g, to) -> {
            for (int part = 0; part < places.length; part++) {
                for (int i = 0; i < places[part].length; i++) {
                    to[part][i] += g[places[part][i]];
                }
            }
        });
    }

    @Override
    public Result rearrange(Rearrangement op) {
        int[] sources = op.sources(shape(0));
        Arrays.setAll(y, i -> numbers(0)[sources[i]]);
        return new Result(y, (g, to) -> {
            for (int i = 0; i < sources.length; i++) {
                to[0][sources[i]] += g[i];
            }
        });
    }
}
