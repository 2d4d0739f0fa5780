package org.wengert.tck.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One instruction of a program, all of it small numbers that any value is valid for and a smaller one is simpler.
 *
 * @param what    a leaf or an operation
 * @param first   the first operand: how many values before the latest
 * @param second  the second operand, likewise
 * @param detail  attributes of an operation, or the shape of a leaf
 * @param numbers of a leaf: places in the list of numbers, as many as it takes and then round and round
 */
public record Step(int what, int first, int second, int detail, List<Integer> numbers) {
    /** {@link #what} of a variable. */
    static final int VARIABLE = 0;

    /** {@link #what} of a constant. */
    static final int CONSTANT = 1;

    /** From here on, operations. */
    static final int OPERATIONS = 2;

    static final int DETAILS = 1 << 12;

    /** With numbers that are as simple as can be, special, or any: operations break at the first two kinds. */
    static Step leaf(Random random, int shapes) {
        int bound = new int[] {4, 16, Numbers.COUNT}[random.nextInt(3)];
        List<Integer> places = random.ints(random.nextInt(7), 0, bound).boxed().toList();
        int what = random.nextInt(4) == 0 ? CONSTANT : VARIABLE;
        return new Step(what, 0, 0, random.nextInt(shapes), places);
    }

    static Step operation(Random random, int reach) {
        int first = random.nextInt(reach);
        int second = random.nextInt(8) == 0 ? first : random.nextInt(2 * reach);
        return new Step(OPERATIONS + Recipes.any(random), first, second, random.nextInt(DETAILS), List.of());
    }

    /** How far from the simplest of all. */
    long weight() {
        return (long) what
                + first
                + second
                + detail
                + numbers.stream().mapToLong(place -> place + 1).sum();
    }

    /** The same with one thing simpler. */
    Stream<Step> simpler() {
        Stream<Step> others = Stream.of(
                        smaller(what).mapToObj(n -> new Step(n, first, second, detail, numbers)),
                        smaller(detail).mapToObj(n -> new Step(what, first, second, n, numbers)),
                        smaller(first).mapToObj(n -> new Step(what, n, second, detail, numbers)),
                        smaller(second).mapToObj(n -> new Step(what, first, n, detail, numbers)))
                .flatMap(each -> each);
        return Stream.concat(others, simplerNumbers().map(list -> new Step(what, first, second, detail, list)));
    }

    private Stream<List<Integer>> simplerNumbers() {
        Stream<List<Integer>> shorter = smaller(numbers.size()).mapToObj(n -> numbers.subList(0, n));
        Stream<List<Integer>> simpler = IntStream.range(0, numbers.size())
                .boxed()
                .flatMap(i -> smaller(numbers.get(i)).mapToObj(n -> {
                    List<Integer> list = new ArrayList<>(numbers);
                    list.set(i, n);
                    return list;
                }));
        return Stream.concat(shorter, simpler);
    }

    private static IntStream smaller(int n) {
        return IntStream.of(0, n / 2, n - n / 4, n - 1)
                .filter(smaller -> smaller >= 0 && smaller < n)
                .distinct();
    }

    @Override
    public String toString() {
        return what + " " + first + " " + second + " " + detail + " " + numbers;
    }
}
