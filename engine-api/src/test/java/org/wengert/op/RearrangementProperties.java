package org.wengert.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.wengert.Shape;
import org.wengert.error.ShapeException;

/** Rearrangements are stated by where numbers come from: these are the laws of that statement. */
class RearrangementProperties {
    @Provide
    Arbitrary<Shape> shapes() {
        return Arbitraries.integers()
                .between(0, 4)
                .array(int[].class)
                .ofMaxSize(4)
                .map(Shape::of);
    }

    @Provide
    Arbitrary<Shape> shapesWithAxes() {
        return shapes().filter(shape -> shape.rank() > 0);
    }

    /** A shape and an order of its axes. */
    @Provide
    Arbitrary<int[][]> orders() {
        return Combinators.combine(shapesWithAxes(), Arbitraries.longs()).as((shape, seed) -> {
            List<Integer> order = IntStream.range(0, shape.rank()).boxed().collect(Collectors.toList());
            Collections.shuffle(order, new Random(seed));
            return new int[][] {shape.dims(), order.stream().mapToInt(i -> i).toArray()};
        });
    }

    private static int[] follow(int[] second, int[] first) {
        return Arrays.stream(second).map(i -> first[i]).toArray();
    }

    private static int[] identity(int size) {
        return IntStream.range(0, size).toArray();
    }

    @Property(seed = "20240117")
    void aTransposeMovesEachNumberOnce(@ForAll("orders") int[][] shapeAndOrder) {
        Shape shape = Shape.of(shapeAndOrder[0]);

        int[] sources = new Transpose(shapeAndOrder[1]).sources(shape);

        Arrays.sort(sources);
        assertArrayEquals(identity(shape.size()), sources);
    }

    @Property(seed = "20240117")
    void aTransposeAndItsInverseCancel(@ForAll("orders") int[][] shapeAndOrder) {
        Shape shape = Shape.of(shapeAndOrder[0]);
        int[] order = shapeAndOrder[1];
        int[] inverse = new int[order.length];
        for (int axis = 0; axis < order.length; axis++) {
            inverse[order[axis]] = axis;
        }
        Transpose there = new Transpose(order);
        Transpose back = new Transpose(inverse);
        Shape between = there.shape(shape);

        assertEquals(shape, back.shape(between));
        assertArrayEquals(identity(shape.size()), follow(back.sources(between), there.sources(shape)));
    }

    @Property(seed = "20240117")
    void reversingAllAxesTwiceChangesNothing(@ForAll("shapes") Shape shape) {
        Transpose reverse = new Transpose();
        Shape between = reverse.shape(shape);

        assertArrayEquals(identity(shape.size()), follow(reverse.sources(between), reverse.sources(shape)));
    }

    @Property(seed = "20240117")
    void aReshapeKeepsTheOrder(@ForAll("shapes") Shape shape) {
        assertArrayEquals(identity(shape.size()), new Reshape(Shape.of(shape.size())).sources(shape));
    }

    @Property(seed = "20240117")
    void aSliceOfEverythingIsEverything(@ForAll("shapesWithAxes") Shape shape, @ForAll @IntRange(max = 3) int axis) {
        int along = axis % shape.rank();

        assertArrayEquals(identity(shape.size()), new Slice(along, 0, shape.dim(along), 1).sources(shape));
    }

    @Property(seed = "20240117")
    void aSliceIsAGatherOfItsIndices(
            @ForAll("shapesWithAxes") Shape shape,
            @ForAll @IntRange(max = 3) int axis,
            @ForAll @IntRange(max = 4) int start,
            @ForAll @IntRange(min = 1, max = 3) int step) {
        int along = axis % shape.rank();
        int from = Math.min(start, shape.dim(along));
        Slice slice = new Slice(along, from, shape.dim(along), step);
        int[] indices = IntStream.iterate(from, i -> i < shape.dim(along), i -> i + step)
                .toArray();
        Gather gather = new Gather(along, indices);

        assertEquals(gather.shape(shape), slice.shape(shape));
        assertArrayEquals(gather.sources(shape), slice.sources(shape));
    }

    @Property(seed = "20240117")
    void everySourceOfABroadcastLiesInTheOperand(@ForAll("shapes") Shape left, @ForAll("shapes") Shape right) {
        Shape shape;
        try {
            shape = Shape.broadcast("broadcastTo", left, right);
        } catch (ShapeException refused) {
            return;
        }
        int[] sources = new BroadcastTo(shape).sources(left);

        assertEquals(shape.size(), sources.length);
        assertTrue(Arrays.stream(sources).allMatch(i -> i >= 0 && i < left.size()));
        assertEquals(
                shape.size() == 0 ? 0 : left.size(),
                Arrays.stream(sources).distinct().count(),
                "every number is used");
    }
}
