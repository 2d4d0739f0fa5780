package org.wengert.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wengert.Engine;
import org.wengert.Value;
import org.wengert.tck.random.Program;
import org.wengert.tck.random.Recording;

/** Pictures are tidy: nothing lies on anything else. */
class PictureTest {
    private static final double ROUNDING = 0.02;

    /** A graph with its name. */
    record Sample(String name, Function<Engine, Drawing> drawing) {
        static Sample of(String name, Function<Engine, Value> graph) {
            return new Sample(name, graph.andThen(Drawing::of));
        }

        @Override
        public String toString() {
            return name;
        }

        Drawing draw(Engine engine) {
            return drawing.apply(engine).limit(500);
        }

        /** With nothing open, and with each group open. */
        List<Picture> pictures(Engine engine) {
            return Picture.all(draw(engine).svg());
        }
    }

    static Stream<Sample> samples() {
        Stream<Sample> known = Stream.of(
                Sample.of("a number", engine -> engine.constant(1)),
                Sample.of("expression", Graphs::expression),
                Sample.of("neuron", Graphs::neuron),
                Sample.of("network", engine -> Graphs.network(engine, 3, 4, 4, 1)),
                Sample.of("chain", engine -> Graphs.chain(engine, 100)),
                new Sample("folded layers", engine -> Graphs.folded(engine, 3, 4, 4, 1)),
                new Sample("a group with a long name", engine -> {
                    Value y = engine.variable(1).tanh();
                    return Drawing.of(y).fold("m".repeat(50), y);
                }));
        Stream<Sample> bushes = Stream.iterate(1L, seed -> seed + 1)
                .limit(10)
                .map(seed -> Sample.of("bush " + seed, engine -> Graphs.bush(engine, 20 * seed.intValue(), seed)));
        Stream<Sample> programs = Stream.iterate(1L, seed -> seed + 1)
                .limit(20)
                .map(seed -> Sample.of(
                        "program " + seed,
                        engine -> Recording.of(engine, Program.of(seed, 100).expression())
                                .backward()
                                .root()));
        return Stream.of(known, bushes, programs).flatMap(Function.identity());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noTwoBoxesOverlapAndAllAreOnThePaper(Sample sample) {
        try (Engine engine = Graphs.open()) {
            for (Picture picture : sample.pictures(engine)) {
                for (int i = 0; i < picture.boxes.size(); i++) {
                    Picture.Drawn box = picture.boxes.get(i);
                    assertTrue(picture.paper.holds(box.room()), box::toString);
                    for (Picture.Drawn other : picture.boxes.subList(0, i)) {
                        assertFalse(box.room().overlaps(other.room()), () -> box + " and " + other);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyTextIsInsideItsField(Sample sample) {
        try (Engine engine = Graphs.open()) {
            for (Picture picture : sample.pictures(engine)) {
                for (Picture.Drawn box : picture.boxes) {
                    assertEquals(box.fields().size(), box.texts().size());
                    for (int i = 0; i < box.texts().size(); i++) {
                        assertTrue(box.fields().get(i).holds(box.texts().get(i).room()), box::toString);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noLineCrossesABox(Sample sample) {
        try (Engine engine = Graphs.open()) {
            for (Picture picture : sample.pictures(engine)) {
                for (Picture.Way way : picture.ways) {
                    for (Picture.Point point : way.points()) {
                        assertTrue(
                                picture.boxes.stream()
                                        .noneMatch(box -> box.room().covers(point)),
                                () -> "a line runs through " + point);
                    }
                }
            }
        }
    }

    @Test
    void aChainOfOperationsIsLevel() {
        try (Engine engine = Graphs.open()) {
            Value y = engine.variable(1);
            for (int i = 0; i < 100; i++) {
                y = y.add(1);
            }

            List<Double> tops = new Picture(Drawing.of(y).limit(500).svg())
                    .boxes.stream()
                            .filter(box -> box.classes().contains("operation"))
                            .map(box -> box.room().top())
                            .distinct()
                            .toList();

            assertEquals(1, tops.size(), tops::toString);
        }
    }

    /** Lines of one box share a trunk, so a line may begin at the end of a part of another's. */
    @ParameterizedTest
    @MethodSource("samples")
    void everyLineBeginsAtABoxOrALineAndAsManyEndAtABoxAsThereAreOperands(Sample sample) {
        try (Engine engine = Graphs.open()) {
            Drawing drawing = sample.draw(engine);
            Picture picture = new Picture(drawing.svg());

            for (Picture.Way way : picture.ways) {
                Picture.Point start = way.points().get(0);
                assertTrue(
                        picture.boxes.stream()
                                        .anyMatch(box -> near(box.room().right(), start.x())
                                                && near(
                                                        (box.room().top()
                                                                        + box.room()
                                                                                .bottom())
                                                                / 2,
                                                        start.y()))
                                || picture.ways.stream().anyMatch(other -> other != way && passes(other, start)),
                        () -> "a line begins nowhere, at " + start);
            }
            long arrived = picture.ways.stream()
                    .map(way -> way.points().get(way.points().size() - 1))
                    .filter(end -> picture.boxes.stream()
                            .anyMatch(box -> near(box.room().left(), end.x())
                                    && box.room().top() < end.y()
                                    && end.y() < box.room().bottom()))
                    .count();
            assertEquals(new DotFile(drawing.dot()).edges.size(), arrived);
        }
    }

    private static boolean passes(Picture.Way way, Picture.Point place) {
        List<Picture.Point> points = way.points();
        return points.stream().anyMatch(p -> near(p.x(), place.x()) && near(p.y(), place.y()));
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) < ROUNDING;
    }
}
