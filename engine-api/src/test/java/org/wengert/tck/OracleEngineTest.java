package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ClosedScopeException;
import org.wengert.error.StaleValueException;
import org.wengert.op.Binary;
import org.wengert.op.Unary;
import org.wengert.spi.Settings;

/** Whoever measures others is measured first: against numbers that were worked out in 60 digits elsewhere. */
class OracleEngineTest implements UpdateContract, ScopeContract {
    /** Of a number's size. */
    private static final BigDecimal DIGITS = new BigDecimal("1e-30");

    /** Far below the smallest number of double precision. */
    private static final BigDecimal NOTHING = new BigDecimal("1e-400");

    private final Engine engine = new OracleEngine();

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public Engine open() {
        return new OracleEngine();
    }

    @Override
    public Arithmetic arithmetic() {
        return Arithmetic.FLOAT64.within(2);
    }

    @TestFactory
    Stream<DynamicTest> graphsAreExactToTheLastBit() {
        return Fixtures.tests(
                "graphs.json",
                "graphs",
                graph -> test(graph.get("id").getAsString(), oracle -> {
                    Fields fields = new Fields(graph, "graph");
                    GraphFixture fixture = GraphFixture.on(oracle, fields);
                    double[] gradients = fixture.leaves().stream()
                            .mapToDouble(leaf -> leaf.grad().item())
                            .toArray();

                    Close.assertSame(
                            "value",
                            fields.number("exact_value"),
                            fixture.root().item());
                    Close.assertSame("gradients", fields.numbers("exact_grads"), gradients);
                }));
    }

    @TestFactory
    Stream<DynamicTest> singleOperationsAreExactToTheLastBitWhereTheReferenceIsNot() {
        return Fixtures.tests("ops.json", "cases", entry -> entry.has("exact"), entry -> {
            OpsFixture fixture = new OpsFixture(entry);
            return test(fixture.id(), oracle -> {
                List<Variable> variables = fixture.variables(oracle);
                Value result = fixture.apply(variables);
                result.backward(fixture.upstream());

                Close.assertSame("output", fixture.exactOutput(), result.data());
                for (int i = 0; i < variables.size(); i++) {
                    double[] gradient = variables.get(i).grad().data();
                    Close.assertSame("gradient " + i, fixture.exactGradient(i), gradient);
                }
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> singleOperationsAgreeWithTheReferenceWhereverNumbersAreFinite() {
        return Fixtures.tests(
                "ops.json",
                "cases",
                entry -> Fixtures.has(entry.getAsJsonArray("tags"), "generic"),
                entry -> test(entry.get("id").getAsString(), oracle -> {
                    OpsFixture fixture = new OpsFixture(entry);
                    List<Variable> variables = fixture.variables(oracle);
                    Value result = fixture.apply(variables);
                    result.backward(fixture.upstream());

                    fixture.check(tolerances(), result, variables);
                }));
    }

    /** What is lost in sixty digits shows in a hundred and twenty. */
    @TestFactory
    Stream<DynamicTest> moreDigitsDoNotChangeTheFirstThirty() {
        DfpField more = new DfpField(120);
        return Samples.of(Precision.FLOAT64, 5, 3).stream()
                .filter(Sample::isElementwise)
                .map(sample -> DynamicTest.dynamicTest(sample.name() + " " + sample.op(), () -> {
                    for (int i = 0; i < sample.seed().length; i++) {
                        int point = i;
                        double[] at = sample.data().stream()
                                .mapToDouble(x -> x[point])
                                .toArray();
                        assertAlike(sample.at(i), evaluate(Exact.FIELD, sample, at), evaluate(more, sample, at));
                    }
                }));
    }

    private static List<Dfp> evaluate(DfpField field, Sample sample, double... at) {
        Dfp[] numbers = Arrays.stream(at).mapToObj(field::newDfp).toArray(Dfp[]::new);
        Exact exact = Derivation.apply(sample.op(), Exact.inputs(numbers));
        return Stream.concat(
                        Stream.of(exact.number()), IntStream.range(0, at.length).mapToObj(exact::partial))
                .collect(Collectors.toList());
    }

    private static void assertAlike(String at, List<Dfp> few, List<Dfp> many) {
        for (int i = 0; i < few.size(); i++) {
            if (few.get(i).isInfinite()) { // beyond all that double precision has
                assertEquals(many.get(i).toString(), few.get(i).toString(), at);
                continue;
            }
            BigDecimal actual = new BigDecimal(few.get(i).toString());
            BigDecimal expected = new BigDecimal(many.get(i).toString());
            BigDecimal allowed = expected.abs().multiply(DIGITS).max(NOTHING);
            assertTrue(
                    actual.subtract(expected).abs().compareTo(allowed) <= 0,
                    at + ": " + actual + " in 60 digits, " + expected + " in 120");
        }
    }

    @Test
    void everyOperationOfTheTablesHasADefinition() {
        List<String> without = new ArrayList<>();
        Unary.table().stream().filter(op -> Definitions.of(op).isEmpty()).forEach(op -> without.add(op.name()));
        Binary.table().stream().filter(op -> Definitions.of(op).isEmpty()).forEach(op -> without.add(op.name()));

        assertEquals(List.of(), without, "add what is missing to Definitions");
    }

    @Test
    void aUsersOwnOperationIsRefused() {
        Value x = engine.variable(1);
        Unary own = Unary.of("own", a -> a, (a, y) -> 1);

        UnsupportedOperationException refusal =
                assertThrows(UnsupportedOperationException.class, () -> engine.apply(own, x));

        assertEquals("own: no definition beside its table entry: add one to Definitions", refusal.getMessage());
    }

    @Test
    void moreDigitsThanDoublePrecisionHasAreCarriedFromOneOperationToTheNext() {
        Variable x = engine.variable(Shape.of(2), 1e30, 1);

        Value y = x.sum().sub(x.slice(0, 0, 1).sum());
        y.backward();

        assertEquals(1, y.item());
        assertEquals(List.of(0.0, 1.0), Arrays.stream(x.grad().data()).boxed().collect(Collectors.toList()));
    }

    @Test
    void aVariableThatWasSetMakesItsRecordingStale() {
        Variable x = engine.variable(1);
        Value y = x.square();
        x.set(2);

        assertThrows(StaleValueException.class, y::backward);
    }

    @Test
    void valuesEndWithTheirScope() {
        Value y;
        try (Scope scope = engine.scope()) {
            y = engine.variable(1).square();
        }

        assertThrows(ClosedScopeException.class, y::item);
    }

    @Test
    void theProviderOpensIt() {
        try (Engine opened = new OracleProvider().open(new Settings(Map.of()))) {
            assertEquals("oracle", opened.name());
            assertEquals("60 digits, by definition", opened.description());
        }
    }
}
