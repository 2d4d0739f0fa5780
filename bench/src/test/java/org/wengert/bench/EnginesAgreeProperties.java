package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.tck.Arithmetic;
import org.wengert.tck.random.Expression;
import org.wengert.tck.random.ForwardMode;
import org.wengert.tck.random.Program;
import org.wengert.tck.random.Programs;
import org.wengert.tck.random.Recording;
import org.wengert.tck.random.Reproducer;
import org.wengert.tck.random.Rounding;

/** Engines give the same values and gradients of random expressions, as far as each may round. */
class EnginesAgreeProperties {
    private static final Arithmetic VECTORS = Arithmetic.FLOAT64.within(4);

    @Provide
    Arbitrary<Program> programs() {
        return Programs.ofAtMost(40);
    }

    @Property(tries = 60, seed = "20240117")
    void theTapeAgreesWithTheClosureGraphOnPlainKernels(@ForAll("programs") Program program) {
        check(program.expression(), "plain", Arithmetic.FLOAT64);
    }

    @Property(tries = 60, seed = "20240118")
    void theTapeAgreesWithTheClosureGraphOnVectorKernels(@ForAll("programs") Program program) {
        check(program.expression(), "vector", VECTORS);
    }

    private static void check(Expression expression, String kernels, Arithmetic arithmetic) {
        ForwardMode bounds = ForwardMode.of(expression, Rounding.of(arithmetic));
        try (Engine scalar = Engines.open("scalar");
                Engine tape = Engines.open("tape", Map.of("wengert.tape.kernels", kernels))) {
            Recording one = Recording.of(scalar, expression).backward();
            Recording other = Recording.of(tape, expression).backward();
            for (int v = 0; v < expression.nodes().size(); v++) {
                double[] a = one.value(v).data();
                assertWithin(
                        expression,
                        "value v" + v,
                        bounds.errors(v),
                        a,
                        other.value(v).data());
            }
            List<double[]> gradients = one.gradients();
            List<double[]> others = other.gradients();
            for (int k = 0; k < gradients.size(); k++) {
                int v = expression.variables().get(k);
                double[] errors = bounds.gradientErrors(expression.root(), v, expression.seed());
                assertWithin(expression, "gradient of v" + v, errors, gradients.get(k), others.get(k));
            }
        }
    }

    private static void assertWithin(
            Expression expression, String what, double[] errors, double[] scalar, double... tape) {
        for (int i = 0; i < scalar.length; i++) {
            String text = what + ", number " + i + ": scalar " + scalar[i] + ", tape " + tape[i];
            assertTrue(
                    Math.abs(scalar[i] - tape[i]) <= 2 * errors[i],
                    () -> text + "\n" + new Reproducer(expression).java("scalar"));
        }
    }
}
