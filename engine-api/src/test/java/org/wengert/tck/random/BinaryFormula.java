package org.wengert.tck.random;

import java.util.List;
import java.util.Set;
import org.hipparchus.analysis.differentiation.Derivative;
import org.wengert.op.Binary;

/** The operations on two numbers, each by its definition in a form that loses no digits. */
record BinaryFormula(String name) implements Formula {
    private static final Set<String> EXACT = Set.of("maximum", "minimum");
    private static final Set<String> ROUNDED = Set.of("add", "sub", "mul", "div");

    static Meaning of(Binary op) {
        Accuracy accuracy = EXACT.contains(op.name())
                ? Accuracy.EXACT
                : ROUNDED.contains(op.name()) ? Accuracy.ROUNDED : Accuracy.FORMULA;
        return new Meaning(new BinaryFormula(op.name()), accuracy, op.kinkWhereEqual());
    }

    @Override
    public <T extends Derivative<T>> T of(List<T> x) {
        T a = x.get(0);
        T b = x.get(1);
        return switch (name) {
            case "add" -> a.add(b);
            case "sub" -> a.subtract(b);
            case "mul" -> a.multiply(b);
            case "div" -> a.divide(b);
            case "pow" -> a.log().multiply(b).exp();
            case "maximum" -> RowFormula.MAX.of(x);
            case "minimum" -> RowFormula.MIN.of(x);
            case "bceWithLogits" ->
                a.getReal() >= 0
                        ? a.subtract(a.multiply(b)).add(UnaryFormula.softplus(a.negate()))
                        : UnaryFormula.softplus(a).subtract(a.multiply(b));
            default -> throw new IllegalStateException("no definition of " + name + ": add it to BinaryFormula");
        };
    }
}
