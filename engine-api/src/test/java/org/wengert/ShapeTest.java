package org.wengert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.wengert.error.ShapeException;

class ShapeTest {
    @Test
    void aSingleNumberHasNoAxes() {
        assertSame(Shape.SCALAR, Shape.of());
        assertEquals(0, Shape.SCALAR.rank());
        assertEquals(1, Shape.SCALAR.size());
        assertTrue(Shape.SCALAR.isScalar());
        assertEquals("[]", Shape.SCALAR.toString());
    }

    @Test
    void sizeIsTheProductOfSizes() {
        assertEquals(24, Shape.of(2, 3, 4).size());
        assertEquals(0, Shape.of(2, 0, 4).size());
        assertEquals(1, Shape.of(1, 1).size());
        assertEquals("[2, 3]", Shape.of(2, 3).toString());
    }

    @Test
    void shapesWithTheSameSizesAreEqual() {
        assertEquals(Shape.of(2, 3), Shape.of(2, 3));
        assertEquals(Shape.of(2, 3).hashCode(), Shape.of(2, 3).hashCode());
        assertNotEquals(Shape.of(2, 3), Shape.of(3, 2));
        assertNotEquals(Shape.of(6), Shape.of(6, 1));
        assertNotEquals(Shape.SCALAR, Shape.of(1));
    }

    @Test
    void aShapeKeepsItsOwnSizes() {
        int[] sizes = {2, 3};
        Shape shape = Shape.of(sizes);
        sizes[0] = 9;
        shape.dims()[0] = 9;

        assertEquals(Shape.of(2, 3), shape);
    }

    @Test
    void stridesAreRowMajor() {
        assertArrayEquals(new int[] {12, 4, 1}, Shape.of(2, 3, 4).strides());
        assertArrayEquals(new int[0], Shape.SCALAR.strides());
    }

    @Test
    void axesCountFromEitherEnd() {
        Shape shape = Shape.of(2, 3, 4);

        assertEquals(0, shape.axis("sum", 0));
        assertEquals(2, shape.axis("sum", -1));
        assertEquals(0, shape.axis("sum", -3));
    }

    private static void assertRefused(String text, Executable use) {
        assertEquals(text, assertThrows(ShapeException.class, use).getMessage());
    }

    @Test
    void whatIsNoShapeIsRefused() {
        assertRefused("shape: a size is negative: -1 in [2, -1]", () -> Shape.of(2, -1));
        assertRefused(
                "shape: too many numbers: [65536, 65536] holds more than the limit of 2147483647",
                () -> Shape.of(65536, 65536));
        assertRefused(
                "sum: no such axis: 3 in shape [2, 3, 4]; axes are -3 to 2",
                () -> Shape.of(2, 3, 4).axis("sum", 3));
        assertRefused("sum: no such axis: 0 in shape [], which has no axes", () -> Shape.SCALAR.axis("sum", 0));
        assertRefused(
                "add: shapes do not broadcast: [2, 3] and [2]; aligned from the right, sizes must be equal or one of"
                        + " them 1",
                () -> Shape.broadcast("add", Shape.of(2, 3), Shape.of(2)));
    }

    @Test
    void aNegativeSizeAfterAHugeOneIsStillCalledNegative() {
        assertRefused("shape: a size is negative: -5 in [0, -5]", () -> Shape.of(0, -5));
    }

    @Test
    void shapesBroadcastAsInNumPy() {
        assertEquals(Shape.of(2, 3), Shape.broadcast("add", Shape.of(2, 1), Shape.of(3)));
        assertEquals(Shape.of(2, 3, 4), Shape.broadcast("add", Shape.of(3, 1), Shape.of(2, 1, 4)));
        assertEquals(Shape.of(0, 3), Shape.broadcast("add", Shape.of(1, 3), Shape.of(0, 1)));
        assertEquals(Shape.of(5), Shape.broadcast("add", Shape.SCALAR, Shape.of(5)));
    }
}
