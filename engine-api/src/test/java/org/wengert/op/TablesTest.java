package org.wengert.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wengert.Shape;

class TablesTest {
    @Test
    void namesAreUniqueAndIndicesDense() {
        List<Unary> unary = Unary.table();
        List<Binary> binary = Binary.table();

        assertEquals(unary.size(), unary.stream().map(Unary::name).distinct().count());
        assertEquals(binary.size(), binary.stream().map(Binary::name).distinct().count());
        for (int i = 0; i < unary.size(); i++) {
            assertEquals(i, unary.get(i).index(), unary.get(i).name());
        }
        for (int i = 0; i < binary.size(); i++) {
            assertEquals(i, binary.get(i).index(), binary.get(i).name());
        }
    }

    @Test
    void anOperationWithParametersHasTheIndexOfItsTableEntry() {
        assertEquals(index("pow"), Unary.pow(7).index());
        assertEquals(index("leakyRelu"), Unary.leakyRelu(0.3).index());
        assertEquals(index("elu"), Unary.elu(2).index());
        assertEquals(index("clamp"), Unary.clamp(0, 9).index());
        assertArrayEquals(new double[] {0, 9}, Unary.clamp(0, 9).parameters());
        assertEquals(-1, Unary.of("own", x -> x, (x, y) -> 1).index());
        assertEquals(
                -1,
                Binary.of("own", (a, b) -> a, (a, b, y) -> 1, (a, b, y) -> 0).index());
    }

    private static int index(String name) {
        return Unary.table().stream()
                .map(Unary::name)
                .collect(Collectors.toList())
                .indexOf(name);
    }

    @Test
    void tablesAndArraysCannotBeChanged() {
        assertThrows(UnsupportedOperationException.class, () -> Unary.table().clear());
        assertThrows(UnsupportedOperationException.class, () -> Binary.table().clear());
        Unary clamp = Unary.clamp(0, 9);
        clamp.parameters()[0] = 5;
        clamp.kinks()[0] = 5;
        assertArrayEquals(new double[] {0, 9}, clamp.parameters());
        assertArrayEquals(new double[] {0, 9}, clamp.kinks());
    }

    @Test
    void aSymbolIsWhatADrawingShows() {
        assertEquals("**2", Unary.pow(2).symbol());
        assertEquals("**-1", Unary.pow(-1).symbol());
        assertEquals("**0.5", Unary.pow(0.5).symbol());
        assertEquals("**1.0E20", Unary.pow(1e20).symbol());
        assertEquals("@", MatMul.PLAIN.symbol());
        assertEquals("+", Binary.ADD.symbol());
        assertEquals("tanh", Unary.TANH.toString());
    }

    @Test
    void theDomainIsWhereValueAndSlopeAreFinite() {
        for (Unary op : Unary.table()) {
            for (double x = -5; x <= 5; x += 0.25) {
                double y = op.value(x);
                if (op.domain().contains(x)) {
                    assertTrue(Double.isFinite(y) && Double.isFinite(op.slope(x, y)), op + " at " + x);
                }
            }
        }
    }

    @Test
    void aDomainKnowsItsEnds() {
        assertFalse(Domain.POSITIVE.contains(0));
        assertTrue(Domain.POSITIVE.contains(Double.MIN_VALUE));
        assertFalse(Domain.NON_ZERO.contains(-0.0));
        assertFalse(Domain.ALL.contains(Double.NaN));
        assertFalse(Domain.ALL.contains(Double.POSITIVE_INFINITY));
    }

    @Test
    void clampRefusesBoundsInTheWrongOrder() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Unary.clamp(2, 1));

        assertEquals("clamp: the lower bound must not exceed the upper: 2.0, 1.0", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Unary.clamp(Double.NaN, 1));
    }

    @Test
    void clampHoldsANumberBetweenEqualBounds() {
        Unary clamp = Unary.clamp(2, 2);

        assertEquals(2, clamp.value(1));
        assertEquals(2, clamp.value(3));
        assertEquals(0, clamp.slope(1, 2));
        assertEquals(1, clamp.slope(2, 2));
    }

    @Test
    void operationsThatChooseBetweenTwoNumbersHaveAKinkWhereTheseAreEqual() {
        Set<String> kinked = Binary.table().stream()
                .filter(Binary::kinkWhereEqual)
                .map(Binary::toString)
                .collect(Collectors.toSet());

        assertEquals(Set.of("maximum", "minimum"), kinked);
        assertFalse(Binary.of("own", Math::max, (a, b, y) -> 1, (a, b, y) -> 0).kinkWhereEqual());
    }

    @Test
    void anElementwiseOperationHasTheShapeOfItsOperands() {
        assertEquals(Shape.of(2, 3), Unary.TANH.shape(Shape.of(2, 3)));
        assertEquals(Shape.of(2, 3), Binary.ADD.shape(Shape.of(2, 1), Shape.of(3)));
    }
}
