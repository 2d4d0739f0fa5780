package org.wengert.tck;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.wengert.Engine;
import org.wengert.Value;
import org.wengert.Variable;

/** Hundreds of single operations with values and gradients from PyTorch, and from exact arithmetic where that is off. */
@Proves(Level.CORE)
public interface OpsFixtureContract extends EngineContract {
    @TestFactory
    default Stream<DynamicTest> singleOperationsGiveTheReferenceValues() {
        return Fixtures.tests("ops.json", "cases", entry -> {
            OpsFixture fixture = new OpsFixture(entry);
            return test(fixture.id(), engine -> assertReference(engine, fixture));
        });
    }

    private void assertReference(Engine engine, OpsFixture fixture) {
        List<Variable> variables = fixture.variables(engine);
        Value result = fixture.apply(variables);
        result.backward(fixture.upstream());

        if (fixture.isHeldBy(arithmetic().precision())) {
            fixture.check(tolerances(), result, variables);
        } else {
            Recomputed.check(arithmetic(), result, fixture.upstream());
        }
    }

    @TestFactory
    default Stream<DynamicTest> singleOperationsAreExactWhereTheReferenceIsNot() {
        return Fixtures.tests("ops.json", "cases", entry -> entry.has("exact"), entry -> {
            OpsFixture fixture = new OpsFixture(entry);
            return test(fixture.id(), engine -> assertExact(engine, fixture));
        });
    }

    private void assertExact(Engine engine, OpsFixture fixture) {
        List<Variable> variables = fixture.variables(engine);
        Value result = fixture.apply(variables);
        result.backward(fixture.upstream());

        if (!fixture.isHeldBy(arithmetic().precision())) {
            Recomputed.check(arithmetic(), result, fixture.upstream());
            return;
        }
        Close.Rule strict = tolerances().exact();
        Close.assertClose("output", strict, fixture.exactOutput(), result.data());
        for (int i = 0; i < variables.size(); i++) {
            double[] gradient = variables.get(i).grad().data();
            Close.assertClose("gradient " + i, strict, fixture.exactGradient(i), gradient);
        }
    }
}
