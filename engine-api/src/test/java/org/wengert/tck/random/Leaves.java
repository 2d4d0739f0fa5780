package org.wengert.tck.random;

import java.util.Arrays;
import java.util.List;
import org.wengert.Shape;

/** The leaves of expressions: few sizes, so that many of them fit together. */
enum Leaves {
    /** Up to six numbers. */
    SMALL(2, 3),

    /** So many that engines share them among threads. */
    LARGE(96, 161);

    /** How many shapes there are. */
    static final int SHAPES = SMALL.shapes.size();

    private final List<Shape> shapes;

    Leaves(int m, int n) {
        shapes = List.of(
                Shape.SCALAR,
                Shape.of(m),
                Shape.of(n),
                Shape.of(m, n),
                Shape.of(n, m),
                Shape.of(1),
                Shape.of(m, 1),
                Shape.of(1, n),
                Shape.of(m, m),
                Shape.of(2, 1, n),
                Shape.of(3, 1, m));
    }

    Node of(Step step) {
        Shape shape = shapes.get(step.detail() % SHAPES);
        double[] numbers = new double[shape.size()];
        List<Integer> places = step.numbers();
        Arrays.setAll(numbers, i -> places.isEmpty() ? 1 : number(places.get(i % places.size()), i));
        return Node.leaf(step.what() == Step.VARIABLE, shape, numbers);
    }

    /** In large arrays numbers do not repeat as soon as there are no more of them. */
    private double number(int place, int i) {
        return Numbers.at(this == SMALL ? place : (place + 37 * i) % Numbers.COUNT);
    }
}
