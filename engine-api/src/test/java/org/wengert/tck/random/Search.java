package org.wengert.tck.random;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Looks for an expression that breaks a property, makes it as small as it can, and tells how to see it again.
 *
 * @param cases   how many programs are tried
 * @param longest how many instructions a program has at most
 * @param seed    of the first program; the next has the next
 */
public record Search(int cases, int longest, long seed) {
    /** How often a counterexample is tried to be made smaller before it is told as it is. */
    private static final int PATIENCE = 5000;

    /**
     * As the system properties {@code tck.cases}, {@code tck.nodes} and {@code tck.seed} say, or else small enough for every
     * build.
     */
    public static Search ofSystemProperties() {
        return new Search(
                Integer.getInteger("tck.cases", 100), Integer.getInteger("tck.nodes", 60), Long.getLong("tck.seed", 0));
    }

    /**
     * Tries the property on every program.
     *
     * @param engine names the engine in the text that reproduces a failure
     * @throws AssertionError with the smallest expression found that makes the property throw
     */
    public void forAll(String property, String engine, Consumer<Expression> check) {
        for (int i = 0; i < cases; i++) {
            Program program = Program.of(seed + i, longest);
            Optional<Throwable> failure = failure(program, check);
            if (failure.isPresent()) {
                Program smallest = shrink(program, candidate -> failure(candidate, check));
                throw new AssertionError(
                        text(
                                property,
                                engine,
                                program,
                                seed + i,
                                smallest,
                                failure(smallest, check).orElseThrow()),
                        failure.get());
            }
        }
    }

    private static Optional<Throwable> failure(Program program, Consumer<Expression> check) {
        try {
            check.accept(program.expression());
            return Optional.empty();
        } catch (AssertionError | RuntimeException failure) {
            return Optional.of(failure);
        }
    }

    /** Goes to a simpler program that fails too as long as there is one. */
    private static Program shrink(Program program, Function<Program, Optional<Throwable>> failure) {
        Program smallest = program;
        int[] tries = new int[1];
        Optional<Program> next = Optional.of(program);
        while (next.isPresent()) {
            smallest = next.get();
            next = smallest.simpler()
                    .takeWhile(candidate -> tries[0]++ < PATIENCE)
                    .filter(candidate -> failure.apply(candidate).isPresent())
                    .findFirst();
        }
        return smallest;
    }

    private String text(String property, String engine, Program found, long seed, Program smallest, Throwable failure) {
        Expression expression = smallest.expression();
        Reproducer reproducer = new Reproducer(expression);
        return property + ": " + failure.getMessage() + "\n\nFound with -Dtck.seed=" + seed
                + " -Dtck.cases=1 -Dtck.nodes=" + longest + ", where it has "
                + found.expression().nodes().size() + " values; the smallest with the same fault has "
                + expression.nodes().size() + ": program " + smallest + "\n\nIn Java:\n\n"
                + reproducer.java(engine) + "\nIn PyTorch:\n\n" + reproducer.torch();
    }
}
