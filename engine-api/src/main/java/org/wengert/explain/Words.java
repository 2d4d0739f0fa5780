package org.wengert.explain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wengert.Value;

/** Numbers, values and paths as people read them. */
final class Words {
    /** Steps of a path beyond these are left out from its middle. */
    private static final int MOST_STEPS = 12;

    private static final long EXACT = 1_000_000_000;

    private Words() {}

    /** Six significant digits, without trailing zeros. */
    static String number(double x) {
        if (!Double.isFinite(x)) {
            return Double.toString(x);
        }
        BigDecimal rounded = new BigDecimal(x).round(new MathContext(6)).stripTrailingZeros();
        return Math.abs(rounded.precision() - rounded.scale()) > 6
                ? String.format(Locale.ROOT, "%.3e", x)
                : rounded.toPlainString();
    }

    /** The label of a value, or its number. */
    static String name(Value value) {
        return value.label().isEmpty() ? number(value.item()) : value.label();
    }

    /** The same as a part of a formula: in parentheses unless it is one word. */
    static String part(Value value) {
        String name = name(value);
        return name.matches("[-\\p{L}\\p{N}_.]+") ? name : "(" + name + ")";
    }

    /** {@code 1 path}, {@code 12 paths}, {@code 1.27E+30 paths}. */
    static String paths(BigInteger count) {
        String number = count.compareTo(BigInteger.valueOf(EXACT)) < 0
                ? count.toString()
                : new BigDecimal(count).round(new MathContext(3)).toString();
        return number + (count.equals(BigInteger.ONE) ? " path" : " paths");
    }

    /** {@code a -[* -3]-> e -[+ 1]-> d}. */
    static String path(GradientPath path, Value loss) {
        List<Factor> factors = path.factors();
        if (factors.isEmpty()) {
            return name(loss);
        }
        List<String> steps = new ArrayList<>(List.of(name(factors.get(0).from())));
        for (Factor factor : factors) {
            steps.add("-[" + factor.op().symbol() + " " + number(factor.slope()) + "]-> " + name(factor.to()));
        }
        if (factors.size() > MOST_STEPS) {
            List<String> middle = steps.subList(1 + MOST_STEPS / 2, steps.size() - MOST_STEPS / 2);
            int left = middle.size();
            middle.clear();
            middle.add("... " + left + " more ...");
        }
        return String.join(" ", steps);
    }
}
