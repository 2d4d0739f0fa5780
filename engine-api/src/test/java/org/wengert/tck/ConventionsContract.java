package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.wengert.Engine;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

/** What holds at kinks, ties, ends of domains and overflow: PyTorch's choice, or ours where it is written down. */
@Proves(Level.NUMERICS)
public interface ConventionsContract extends EngineContract {
    @TestFactory
    default Stream<DynamicTest> conventionsHold() {
        Map<String, Convention> conventions = Conventions.all();
        return Fixtures.tests(
                "conventions.json",
                "entries",
                entry -> conventions.containsKey(id(entry))
                        && conventions.get(id(entry)).expression().isPresent(),
                entry -> test(
                        id(entry) + ": " + conventions.get(id(entry)).java(),
                        engine -> assertConvention(engine, entry, conventions.get(id(entry)))));
    }

    @Test
    default void everyConventionOfTheTableIsMappedAndNoneTwice() {
        TreeSet<String> ids = Fixtures.entries("conventions.json", "entries")
                .map(ConventionsContract::id)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(ids, new TreeSet<>(Conventions.all().keySet()));
    }

    @Test
    default void everyDepartureFromTheReferenceSaysWhy() {
        Conventions.all().forEach((id, convention) -> {
            if (convention.own().isPresent() || convention.expression().isEmpty()) {
                assertFalse(convention.note().isEmpty(), id);
            }
        });
    }

    private static String id(JsonObject entry) {
        return entry.get("id").getAsString();
    }

    private void assertConvention(Engine engine, JsonObject entry, Convention convention) {
        List<Variable> variables = variables(engine, entry);
        Value root = convention.expression().orElseThrow().apply(variables).sum();
        root.backward();
        if (!arithmetic().precision().holds(inputs(entry))) {
            Recomputed.check(arithmetic(), root, 1);
            return;
        }
        JsonObject pytorch = entry.getAsJsonObject("pytorch");
        Convention.Result expected = convention
                .own()
                .orElseGet(
                        () -> new Convention.Result(pytorch.get("value").getAsDouble(), numbers(pytorch.get("grads"))));

        Close.Rule rule = convention.own().isPresent()
                ? tolerances().exact()
                : tolerances().convention();
        Close.assertClose("value", rule, expected.value(), root.item());
        Close.assertClose("gradient", rule, expected.gradients(), gradients(variables));
    }

    /** What the engine makes of a row. */
    static Convention.Result evaluate(Engine engine, JsonObject entry, Convention convention) {
        List<Variable> variables = variables(engine, entry);
        Value result = convention.expression().orElseThrow().apply(variables);
        result.sum().backward();
        return new Convention.Result(result.item(), gradients(variables));
    }

    private static double[] inputs(JsonObject entry) {
        return numbers(entry.get("inputs"));
    }

    private static List<Variable> variables(Engine engine, JsonObject entry) {
        List<Variable> variables = new ArrayList<>();
        for (JsonElement input : entry.getAsJsonArray("inputs")) {
            double[] numbers = numbers(input);
            Shape shape = input.isJsonArray() ? Shape.of(numbers.length) : Shape.SCALAR;
            variables.add(engine.variable(shape, numbers));
        }
        return variables;
    }

    private static double[] gradients(List<Variable> variables) {
        return variables.stream()
                .flatMapToDouble(variable -> Arrays.stream(variable.grad().data()))
                .toArray();
    }

    /** A number or nested lists of them, one after another. */
    private static double[] numbers(JsonElement element) {
        return element.isJsonArray()
                ? element.getAsJsonArray().asList().stream()
                        .flatMapToDouble(inner -> Arrays.stream(numbers(inner)))
                        .toArray()
                : new double[] {element.getAsDouble()};
    }
}
