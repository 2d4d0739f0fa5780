package org.wengert.tck;

import java.util.List;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.Variable;

/**
 * How a case of each layout is compared. A case whose numbers an engine's precision does not hold says nothing of what
 * comes of them rounded, and is left out.
 */
final class FixtureComparisons {
    /** What formulas of an engine's own may add to the tolerances, in units in the last place. */
    private static final int ULPS = 4;

    private FixtureComparisons() {}

    private static Tolerances tolerances(Precision precision) {
        return new Tolerances(new Arithmetic(precision, ULPS));
    }

    static boolean operation(Engine engine, Precision precision, Fields fields) {
        OpsFixture fixture = new OpsFixture(fields);
        if (!fixture.isHeldBy(precision)) {
            return false;
        }
        List<Variable> variables = fixture.variables(engine);
        try (Scope scope = engine.scope()) {
            Value result = fixture.apply(variables);
            result.backward(fixture.upstream());
            fixture.check(tolerances(precision), result, variables);
        }
        return true;
    }

    static boolean graph(Engine engine, Precision precision, Fields fields) {
        if (precision != Precision.FLOAT64) { // the file has every node as double precision rounds it
            return false;
        }
        try (Scope scope = engine.scope()) {
            GraphFixture.on(engine, fields).check(tolerances(precision));
        }
        return true;
    }

    /** An example of the founding texts, if it is a graph. */
    static boolean example(Engine engine, Precision precision, Fields fields) {
        return fields.has("graph") && graph(engine, precision, fields.object("graph"));
    }

    static boolean chain(Engine engine, Precision precision, Fields fields) {
        boolean whole = fields.has("grads_rule");
        if (precision != Precision.FLOAT64 && !whole) {
            return false;
        }
        try (Scope scope = engine.scope()) {
            DeepFixture.on(engine, fields, Integer.MAX_VALUE).check(tolerances(precision));
        }
        return true;
    }
}
