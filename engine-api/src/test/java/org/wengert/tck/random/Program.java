package org.wengert.tck.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wengert.Engine;
import org.wengert.Scope;

/**
 * A random expression as data: a list of instructions. Every list is a valid program, every part of one too, and an
 * instruction that nothing fits does nothing. So programs shrink by leaving instructions out and making numbers smaller.
 */
public record Program(List<Step> steps) {
    private static final int SHAPES_OF_SCALARS = 1;

    /** The program of a seed, the same everywhere. */
    public static Program of(long seed, int longest) {
        return random(new Random(new SplittableRandom(seed).nextLong()), longest);
    }

    /** A program of 1 to so many instructions: of single numbers or of arrays, in chains, bushes or anything between. */
    public static Program random(Random random, int longest) {
        int length = 1 + random.nextInt(random.nextBoolean() ? Math.max(1, longest / 8) : longest);
        int shapes = random.nextInt(4) == 0 ? SHAPES_OF_SCALARS : Leaves.SHAPES;
        int reach = new int[] {1, 3, length}[random.nextInt(3)];
        int leaves = 2 + random.nextInt(8);
        List<Step> steps = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            boolean leaf = i == 0 || random.nextInt(leaves) == 0;
            steps.add(leaf ? Step.leaf(random, shapes) : Step.operation(random, reach));
        }
        return new Program(steps);
    }

    /** What it stands for. */
    public Expression expression() {
        return Interpreter.run(this, Leaves.SMALL, new Estimates());
    }

    /** What it stands for with arrays of thousands of numbers, which an engine of this kind computes to see that they fit. */
    public Expression large(Engine engine) {
        try (Scope scope = engine.inference()) {
            return Interpreter.run(this, Leaves.LARGE, new EngineJudge(engine));
        }
    }

    /** How far from the simplest of all: first the number of instructions counts, then how simple they are. */
    public long[] weight() {
        return new long[] {steps.size(), steps.stream().mapToLong(Step::weight).sum()};
    }

    /** Programs that are a little simpler, the boldest first. */
    public Stream<Program> simpler() {
        Stream<Program> shorter = IntStream.iterate(steps.size(), n -> n > 0, n -> n / 2)
                .boxed()
                .flatMap(n -> IntStream.iterate(0, i -> i + n <= steps.size(), i -> i + n)
                        .mapToObj(i -> without(i, n)));
        Stream<Program> simpler = IntStream.range(0, steps.size())
                .boxed()
                .flatMap(i -> steps.get(i).simpler().map(step -> with(i, step)));
        return Stream.concat(shorter, simpler);
    }

    private Program without(int from, int count) {
        List<Step> rest = new ArrayList<>(steps);
        rest.subList(from, from + count).clear();
        return new Program(rest);
    }

    private Program with(int index, Step step) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(index, step);
        return new Program(changed);
    }

    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining("; "));
    }
}
