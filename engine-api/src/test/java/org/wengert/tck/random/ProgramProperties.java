package org.wengert.tck.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Structural;
import org.wengert.op.Unary;

/** What programs promise: all of them are valid, all operations come up, and what fails becomes small. */
class ProgramProperties {
    @Provide
    Arbitrary<Program> programs() {
        return Programs.ofAtMost(60);
    }

    @Property(tries = 100, seed = "20240117")
    void everyPartOfAProgramIsAProgram(
            @ForAll("programs") Program program,
            @ForAll @IntRange(max = 60) int from,
            @ForAll @IntRange(max = 60) int to) {
        int size = program.steps().size();
        int start = Math.min(Math.min(from, to), size);
        int stop = Math.min(Math.max(from, to), size);

        Expression expression = new Program(program.steps().subList(start, stop)).expression();

        for (int i = 0; i < expression.nodes().size(); i++) {
            int index = i;
            assertTrue(expression.nodes().get(i).operands().stream().allMatch(operand -> operand < index));
        }
        assertTrue(expression.root() < expression.nodes().size());
    }

    @Property(tries = 100, seed = "20240117")
    void simplerProgramsWeighLess(@ForAll("programs") Program program) {
        assertTrue(program.simpler().allMatch(simpler -> weighsLess(simpler.weight(), program.weight())));
    }

    private static boolean weighsLess(long[] left, long[] right) {
        return left[0] < right[0] || left[0] == right[0] && left[1] < right[1];
    }

    @Property(tries = 100, seed = "20240117")
    void theRootDependsOnEveryOperation(@ForAll("programs") Program program) {
        Expression expression = program.expression();
        boolean[] reached = new boolean[expression.nodes().size()];
        reached[expression.root()] = true;
        for (int i = expression.root(); i >= 0; i--) {
            Node node = expression.nodes().get(i);
            if (reached[i]) {
                node.operands().forEach(operand -> reached[operand] = true);
            }
            assertTrue(reached[i] || node.isLeaf());
        }
    }

    @Example
    void aSeedGivesTheSameProgramEachTime() {
        assertEquals(Program.of(42, 400), Program.of(42, 400));
        assertFalse(Program.of(42, 400).equals(Program.of(43, 400)));
    }

    @Example
    void everyOperationComesUp() {
        Set<String> drawn = new HashSet<>();
        Set<Class<?>> kinds = new HashSet<>();
        for (int seed = 0; seed < 400; seed++) {
            for (Node node : Program.of(seed, 60).expression().nodes()) {
                node.op().map(Op::name).ifPresent(drawn::add);
                node.op().map(Op::getClass).ifPresent(kinds::add);
            }
        }
        Set<String> missing = new TreeSet<>();
        Unary.table().stream()
                .map(Op::name)
                .filter(name -> !drawn.contains(name))
                .forEach(missing::add);
        Binary.table().stream()
                .map(Op::name)
                .filter(name -> !drawn.contains(name))
                .forEach(missing::add);
        kinds(Structural.class)
                .filter(kind -> !kinds.contains(kind))
                .map(Class::getSimpleName)
                .forEach(missing::add);

        assertEquals(Set.of(), missing, "add a recipe for what is missing to Recipes");
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(ProgramProperties::kinds)
                : Stream.of(type);
    }

    @Example
    void whatFailsIsMadeAsSmallAsItCanBe() {
        AssertionError failure = assertThrows(
                AssertionError.class,
                () -> new Search(200, 60, 1).forAll("no product of matrices", "any", expression -> {
                    String names = expression.nodes().stream()
                            .map(node -> node.op().map(Op::name).orElse("leaf"))
                            .collect(Collectors.joining(" "));
                    assertFalse(names.contains("matmul"), names);
                }));

        assertTrue(failure.getMessage().startsWith("no product of matrices: leaf matmul"), failure.getMessage());
        assertTrue(failure.getMessage().contains("Variable v0 = engine.variable(Shape.of(2), 1.0, 1.0);"));
        assertTrue(failure.getMessage().contains("Value v1 = v0.matmul(v0, false, false);"));
        assertTrue(failure.getMessage().contains("v1 = v0 @ v0\n"));
    }
}
