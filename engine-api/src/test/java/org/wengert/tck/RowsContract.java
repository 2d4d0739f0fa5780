package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.wengert.Engine;
import org.wengert.RowReader;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.error.ShapeException;

/** Constants whose rows are read one after another. */
@Proves(Level.CORE)
public interface RowsContract extends EngineContract {
    /** Few rows and many, narrow and wide, and none. */
    private static Stream<Shape> shapes() {
        return Stream.of(
                Shape.of(1),
                Shape.of(3, 1),
                Shape.of(2500),
                Shape.of(700, 3),
                Shape.of(2, 1023),
                Shape.of(3, 1024),
                Shape.of(2, 1025),
                Shape.of(3, 4, 400),
                Shape.of(0, 4),
                Shape.of(4, 0));
    }

    private static RowReader rows(Shape shape, double... numbers) {
        int width = RowReader.width(shape);
        return (row, into, at) -> System.arraycopy(numbers, row * width, into, at, width);
    }

    @TestFactory
    default Stream<DynamicTest> rowsAreReadOnceEachInOrder() {
        return shapes().map(shape -> test("of " + shape, engine -> {
            double[] numbers = Points.random(8, shape.size());
            RowReader rows = rows(shape, numbers);
            List<Integer> asked = new ArrayList<>();
            try (Scope scope = engine.scope()) {
                Value value = engine.constant(shape, (row, into, at) -> {
                    asked.add(row);
                    rows.read(row, into, at);
                });

                Close.assertSame("rows", held(numbers), value.data());
                assertEquals(shape, value.shape());
            }
            Value value = engine.constant(shape, rows);
            Close.assertSame("rows, without a scope", held(numbers), value.data());
            int count = shape.size() == 0 ? 0 : shape.dim(0);
            assertEquals(IntStream.range(0, count).boxed().collect(Collectors.toList()), asked);
        }));
    }

    @Test
    default void rowsTakePartInGradients() {
        Value w = engine().variable(Shape.of(2), 1, 2);
        Value x = engine().constant(Shape.of(3, 2), rows(Shape.of(3, 2), 1, 2, 3, 4, 5, 6));

        x.matmul(w).sum().backward();

        Close.assertSame("gradient", new double[] {9, 12}, w.grad().data());
    }

    @Test
    default void whoReadsARowMayUseTheEngine() {
        Engine engine = engine();
        Shape shape = Shape.of(700, 3);
        double[] numbers = Points.random(9, 2100);
        RowReader plain = rows(shape, numbers);
        try (Scope scope = engine.scope()) {
            Value x = engine.variable(Shape.of(3), 1, 2, 3);
            Value outer = engine.constant(shape, (row, into, at) -> {
                plain.read(row, into, at);
                if (row % 100 == 50) {
                    into[at] = engine.constant(shape, plain).mul(x).sum(1).data()[row];
                }
            });
            double[] sums = engine.constant(shape, numbers).mul(x).sum(1).data();
            double[] expected = numbers.clone();
            IntStream.range(0, 7).map(i -> 100 * i + 50).forEach(row -> expected[row * 3] = sums[row]);

            Close.assertSame("outer rows", held(expected), outer.data());
        }
    }

    @Test
    default void whenARowCannotBeReadAllElseStaysAsItWas() {
        Value x = engine().variable(Shape.of(2), 3, 4);
        IllegalStateException broken = new IllegalStateException("broken");
        try (Scope scope = engine().scope()) {
            Value square = x.square();
            RowReader rows = (row, into, at) -> {
                if (row == 600) {
                    throw broken;
                }
            };

            assertSame(
                    broken, assertThrows(IllegalStateException.class, () -> engine().constant(Shape.of(700, 3), rows)));
            Value after = engine().constant(Shape.of(2), rows(Shape.of(2), 5, 6));
            square.mul(after).sum().backward();

            Close.assertSame("gradient", new double[] {30, 48}, x.grad().data());
        }
    }

    @Test
    default void aSingleNumberHasNoRows() {
        ShapeException refused = assertThrows(
                ShapeException.class,
                () -> engine().constant(Shape.SCALAR, (row, into, at) -> fail("a row was asked for")));

        assertEquals(
                "constant: a single number has no rows: the shape is []; give the number itself", refused.getMessage());
    }
}
