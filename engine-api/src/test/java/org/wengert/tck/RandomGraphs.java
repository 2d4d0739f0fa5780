package org.wengert.tck;

import java.util.Optional;
import java.util.function.Supplier;
import org.wengert.Engine;
import org.wengert.tck.random.Expression;
import org.wengert.tck.random.ForwardMode;
import org.wengert.tck.random.Recording;
import org.wengert.tck.random.Rounding;
import org.wengert.tck.random.Search;

/** Random expressions of all operations on an engine, beside an independent library's forward mode. */
final class RandomGraphs {
    /** Values of a graph at most. */
    private static final int NODES = 60;

    private final Tolerances tolerances;
    private final Rounding rounding;
    private double worst;

    private RandomGraphs(Arithmetic arithmetic) {
        tolerances = new Tolerances(arithmetic);
        rounding = Rounding.of(arithmetic);
    }

    /** Tries so many graphs; the smallest on which the engine is wrong is told with programs that show it. */
    static GraphsReport run(Supplier<Engine> opener, Arithmetic arithmetic, int cases, long seed) {
        RandomGraphs graphs = new RandomGraphs(arithmetic);
        try (Engine engine = opener.get()) {
            String name = engine.name();
            new Search(cases, NODES, seed).forAll("random graphs", name, expression -> {
                try (Engine own = opener.get()) {
                    graphs.check(own, expression);
                }
            });
            return new GraphsReport(cases, graphs.worst, Optional.empty());
        } catch (AssertionError e) {
            return new GraphsReport(cases, graphs.worst, Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private void check(Engine engine, Expression expression) {
        ForwardMode mode = ForwardMode.of(expression, rounding);
        Recording recording = Recording.of(engine, expression).backward();
        for (int v = 0; v < expression.nodes().size(); v++) {
            compare(
                    "value v" + v,
                    mode.numbers(v),
                    mode.errors(v),
                    recording.value(v).data());
        }
        for (int v : expression.variables()) {
            compare(
                    "gradient of v" + v,
                    mode.gradient(expression.root(), v, expression.seed()),
                    mode.gradientErrors(expression.root(), v, expression.seed()),
                    recording.value(v).grad().data());
        }
    }

    private void compare(String what, double[] expected, double[] bounds, double... actual) {
        for (int i = 0; i < expected.length; i++) {
            Close.Rule rule = tolerances.bounded(bounds[i]);
            if (!rule.accepts(expected[i], actual[i])) {
                Close.assertClose(what + ", number " + i + ", bound " + bounds[i], rule, expected[i], actual[i]);
            }
            double share = Math.abs(actual[i] - expected[i]) / bounds[i];
            worst = share > worst ? share : worst;
        }
    }
}
