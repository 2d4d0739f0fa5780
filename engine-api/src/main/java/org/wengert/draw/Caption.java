package org.wengert.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wengert.Shape;
import org.wengert.Value;

/** What is written into the box of a value. */
final class Caption {
    /** More numbers of an array, or characters of a label, are left to the tip. */
    private static final int MOST_NUMBERS = 3;

    private static final int MOST_CHARACTERS = 40;

    /** Beyond this, four decimals say nothing. */
    private static final double LARGE = 1e7;

    private Caption() {}

    /** The label if there is one, the numbers and their gradients, to four decimals. */
    static List<String> fields(Value value) {
        List<String> fields = new ArrayList<>();
        String label = value.label();
        if (!label.isEmpty()) {
            boolean fits = label.codePointCount(0, label.length()) <= MOST_CHARACTERS;
            fields.add(fits ? label : label.substring(0, label.offsetByCodePoints(0, MOST_CHARACTERS)) + "…");
        }
        Shape shape = value.shape();
        fields.add((shape.isScalar() ? "data " : shape + " data ") + numbers(value.data()));
        fields.add("grad " + numbers(value.grad().data()));
        return fields;
    }

    /** The whole label, and single numbers with as many digits as engines have in common. */
    static String tip(Value value) {
        String name = value.label().isEmpty() ? "" : value.label() + ": ";
        return value.shape().isScalar()
                ? String.format(
                        Locale.ROOT,
                        "%sdata %.10g, grad %.10g",
                        name,
                        value.item(),
                        value.grad().item())
                : name + "shape " + value.shape();
    }

    /** The largest absolute number of a gradient; NaN if it holds one. */
    static double size(Value value) {
        return Arrays.stream(value.grad().data()).map(Math::abs).reduce(0, Math::max);
    }

    private static String numbers(double... numbers) {
        String some = Arrays.stream(numbers)
                .limit(MOST_NUMBERS)
                .mapToObj(Caption::number)
                .collect(Collectors.joining(" "));
        return numbers.length > MOST_NUMBERS ? some + " …" : some;
    }

    private static String number(double x) {
        return String.format(Locale.ROOT, Math.abs(x) < LARGE || !Double.isFinite(x) ? "%.4f" : "%.4e", x);
    }
}
