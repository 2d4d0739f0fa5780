package org.wengert.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Op;

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
            fields.add(cut(label));
        }
        Shape shape = value.shape();
        fields.add((shape.isScalar() ? "data " : shape + " data ") + numbers(value.data()));
        fields.add("grad " + numbers(value.grad().data()));
        return fields;
    }

    /** The name, how many operations there are, and how many numbers in variables if there are any. */
    static List<String> fields(Group group) {
        List<String> fields = new ArrayList<>(List.of(cut(group.name()), count(group.operations(), "operation")));
        if (group.parameters() > 0) {
            fields.add(count(group.parameters(), "parameter"));
        }
        return fields;
    }

    private static String count(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    /** As much of a text as a box holds. */
    static String cut(String text) {
        boolean fits = text.codePointCount(0, text.length()) <= MOST_CHARACTERS;
        return fits ? text : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS)) + "…";
    }

    /** How messages name a value: by its label, or by what made it and its shape. */
    static String name(Value value) {
        String label = value.label();
        String kind = value.op().map(Op::name).orElse(value instanceof Variable ? "variable" : "constant");
        return label.isEmpty() ? "the " + kind + " of shape " + value.shape() : "'" + label + "'";
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
