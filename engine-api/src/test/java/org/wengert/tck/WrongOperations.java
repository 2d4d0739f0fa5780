package org.wengert.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.wengert.Engine;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.op.Binary;
import org.wengert.op.BroadcastTo;
import org.wengert.op.Gather;
import org.wengert.op.MatMul;
import org.wengert.op.Op;
import org.wengert.op.Reduce;
import org.wengert.op.Softmax;
import org.wengert.op.Where;

/** Operations that give wrong values or send wrong shares back. */
final class WrongOperations {
    private WrongOperations() {}

    /** Another operation in the place of some. */
    static Behaviour replacing(Predicate<Op> some, UnaryOperator<Op> other) {
        return Behaviour.applying((good, op, in) -> good.apply(some.test(op) ? other.apply(op) : op, in));
    }

    /** Another entry in the place of one of the table. */
    static Behaviour replacing(Op entry, Op other) {
        return replacing(entry::equals, op -> other);
    }

    static Behaviour forgotten(Class<? extends Op> kind) {
        return Behaviour.applying((good, op, in) -> {
            Value result = good.apply(op, in);
            return kind.isInstance(op) ? result.mul(0) : result;
        });
    }

    static Behaviour rightShareDropped(Class<? extends Op> kind) {
        return Behaviour.applying((good, op, in) ->
                good.apply(op, kind.isInstance(op) ? List.of(in.get(0), Behaviour.cut(in.get(1))) : in));
    }

    static Behaviour upstreamAdded(Class<? extends Op> kind) {
        return Behaviour.applying((good, op, in) -> {
            Value result = good.apply(op, in);
            Value x = in.get(0);
            return kind.isInstance(op) ? result.add(x.sub(Behaviour.cut(x))) : result;
        });
    }

    /** Operands are kept in a set. */
    static Behaviour repeatsLost(Class<? extends Op> kind) {
        return Behaviour.applying((good, op, in) -> {
            Set<Value> seen = new HashSet<>();
            List<Value> once = new ArrayList<>();
            in.forEach(x -> once.add(seen.add(x) ? x : Behaviour.cut(x)));
            return good.apply(op, kind.isInstance(op) ? once : in);
        });
    }

    /** A gradient is set where it should be added to: the share that arrives last is that of the first use. */
    static Behaviour sharesOverwritten() {
        Set<Value> used = new HashSet<>();
        return Behaviour.applying((good, op, in) -> {
            List<Value> first = new ArrayList<>();
            in.forEach(x -> first.add(used.add(x) ? x : Behaviour.cut(x)));
            return good.apply(op, first);
        });
    }

    static Behaviour softmaxAlongTheOtherAxis() {
        return Behaviour.applying((good, op, in) -> {
            boolean matrix = in.get(0).shape().rank() == 2;
            return good.apply(
                    matrix && op instanceof Softmax softmax
                            ? new Softmax(softmax.axis() == 0 ? 1 : 0, softmax.logarithmic())
                            : op,
                    in);
        });
    }

    static Behaviour meanOfOneLess() {
        return Behaviour.applying((good, op, in) -> {
            Value result = good.apply(op, in);
            double n = (double) in.get(0).shape().size()
                    / Math.max(1, result.shape().size());
            boolean mean = op instanceof Reduce reduce && reduce.kind() == Reduce.Kind.MEAN;
            return mean && n > 1 ? result.mul(n / (n - 1)) : result;
        });
    }

    static Behaviour squaresNotTransposed() {
        return Behaviour.applying((good, op, in) -> {
            boolean squares = in.stream().allMatch(x -> {
                Shape shape = x.shape();
                return shape.rank() == 2 && shape.dim(0) == shape.dim(1);
            });
            return good.apply(op instanceof MatMul && squares ? MatMul.PLAIN : op, in);
        });
    }

    /** Of an index that repeats only the first place sends its share back. */
    static Behaviour gatherOverwrites() {
        return Behaviour.applying((good, op, in) -> {
            Value result = good.apply(op, in);
            return op instanceof Gather gather
                    ? firstOnly(good, result, gather.sources(in.get(0).shape()))
                    : result;
        });
    }

    /** Of a number that was stretched only the first copy sends its share back. */
    static Behaviour broadcastNotReduced() {
        return Behaviour.applying((good, op, in) -> {
            if (!(op instanceof Binary)) {
                return good.apply(op, in);
            }
            Value right = in.get(1);
            Shape shape = Shape.broadcast(op.name(), in.get(0).shape(), right.shape());
            BroadcastTo stretched = new BroadcastTo(shape);
            Value copies = firstOnly(good, right.broadcastTo(shape), stretched.sources(right.shape()));
            return good.apply(op, List.of(in.get(0), copies));
        });
    }

    private static Value firstOnly(Engine good, Value copies, int... sources) {
        Set<Integer> seen = new HashSet<>();
        boolean[] first = new boolean[sources.length];
        for (int i = 0; i < first.length; i++) {
            first[i] = seen.add(sources[i]);
        }
        return good.apply(new Where(copies.shape(), first), List.of(copies, Behaviour.cut(copies)));
    }

    /** Of numbers that tie the first alone counts. */
    static Behaviour tieOfMaxToTheFirst() {
        return Behaviour.applying((good, op, in) -> {
            boolean max = op instanceof Reduce reduce && reduce.kind() == Reduce.Kind.MAX;
            return good.apply(op, max ? List.of(withoutLaterRepeats(in.get(0), (Reduce) op)) : in);
        });
    }

    private static Value withoutLaterRepeats(Value x, Reduce op) {
        int[] groups = new BroadcastTo(x.shape()).sources(op.keptShape(x.shape()));
        double[] data = x.data();
        Set<List<Number>> seen = new HashSet<>();
        boolean[] first = new boolean[data.length];
        for (int i = 0; i < data.length; i++) {
            first[i] = seen.add(List.of(groups[i], data[i]));
        }
        Value lowest = x.constantLike(Double.NEGATIVE_INFINITY);
        return x.engine().apply(new Where(x.shape(), first), List.of(x, lowest));
    }

    /** The order in which numbers are added up is another one each third time. */
    static Behaviour orderOfSummationVaries() {
        int[] sums = {0};
        return Behaviour.applying((good, op, in) -> {
            Shape shape = in.get(0).shape();
            boolean sum = op instanceof Reduce reduce
                    && reduce.kind() == Reduce.Kind.SUM
                    && Arrays.binarySearch(reduce.axes(shape), 0) >= 0;
            if (!sum || sums[0]++ % 3 != 0) {
                return good.apply(op, in);
            }
            int length = shape.dim(0);
            int[] backwards = new int[length];
            Arrays.setAll(backwards, i -> length - 1 - i);
            return good.apply(op, List.of(in.get(0).gather(0, backwards)));
        });
    }
}
