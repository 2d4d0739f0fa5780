package org.wengert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.wengert.error.ShapeException;

/** The laws of broadcasting. */
class ShapeProperties {
    @Provide
    Arbitrary<Shape> shapes() {
        return Arbitraries.of(0, 1, 1, 2, 3).array(Integer[].class).ofMaxSize(4).map(sizes -> {
            int[] dims = new int[sizes.length];
            Arrays.setAll(dims, i -> sizes[i]);
            return Shape.of(dims);
        });
    }

    /** Their common shape, if they have one. */
    private static Optional<Shape> broadcast(Optional<Shape> left, Optional<Shape> right) {
        try {
            return Optional.of(Shape.broadcast("test", left.orElseThrow(), right.orElseThrow()));
        } catch (ShapeException | NoSuchElementException refused) {
            return Optional.empty();
        }
    }

    @Property(seed = "20240117")
    void itDoesNotMatterWhichShapeIsOnTheLeft(@ForAll("shapes") Shape a, @ForAll("shapes") Shape b) {
        assertEquals(broadcast(Optional.of(a), Optional.of(b)), broadcast(Optional.of(b), Optional.of(a)));
    }

    @Property(seed = "20240117")
    void theOrderOfThreeShapesDoesNotMatter(
            @ForAll("shapes") Shape a, @ForAll("shapes") Shape b, @ForAll("shapes") Shape c) {
        Optional<Shape> left = broadcast(broadcast(Optional.of(a), Optional.of(b)), Optional.of(c));
        Optional<Shape> right = broadcast(Optional.of(a), broadcast(Optional.of(b), Optional.of(c)));

        assertEquals(left, right);
    }

    @Property(seed = "20240117")
    void aShapeBroadcastsWithItselfAndWithASingleNumberToItself(@ForAll("shapes") Shape a) {
        assertEquals(a, Shape.broadcast("test", a, a));
        assertEquals(a, Shape.broadcast("test", a, Shape.SCALAR));
    }

    @Property(seed = "20240117")
    void theCommonShapeBroadcastsWithEachToItself(@ForAll("shapes") Shape a, @ForAll("shapes") Shape b) {
        broadcast(Optional.of(a), Optional.of(b)).ifPresent(common -> {
            assertEquals(common, Shape.broadcast("test", common, a));
            assertEquals(common, Shape.broadcast("test", b, common));
        });
    }

    @Property(seed = "20240117")
    void stridesTimesSizesGiveTheNextStride(@ForAll("shapes") Shape a) {
        int[] strides = a.strides();
        for (int axis = 0; axis + 1 < a.rank(); axis++) {
            assertEquals(strides[axis], strides[axis + 1] * a.dim(axis + 1));
        }
    }
}
