package org.wengert.tck;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.wengert.Engine;

/** The table of conventions as a page, with the numbers that an engine gives. */
public final class ConventionsPage {
    private static final String HEAD = """
            # Conventions at kinks, ties, ends of domains and overflow

            Where a function has no derivative, or arithmetic none to give, an engine has to choose. These are the choices,
            the same on every engine and tested on each. Where PyTorch and JAX agree we do as they do, but for the rows
            whose note begins with *own*. `mask` is a fixed mask, `n` a count. Numbers are shown to 12 digits.

            What is not in the table follows from it and from IEEE 754: nothing is skipped because it is zero, so zero
            times infinity is NaN in a gradient too, while a part of the graph that the root does not depend on sends
            nothing at all.
            """;

    private ConventionsPage() {}

    /** The page's text. */
    public static String markdown(Engine engine) {
        Map<String, Convention> conventions = Conventions.all();
        List<JsonObject> entries =
                Fixtures.entries("conventions.json", "entries").collect(Collectors.toList());
        StringBuilder page = new StringBuilder(HEAD);
        entries.stream()
                .map(entry -> entry.get("class").getAsString())
                .distinct()
                .forEach(kind -> {
                    page.append("\n## ").append(kind).append("\n\n");
                    page.append("| expression | at | value | gradient | note |\n| --- | --- | --- | --- | --- |\n");
                    entries.stream()
                            .filter(entry -> entry.get("class").getAsString().equals(kind))
                            .forEach(entry -> page.append(row(
                                    engine,
                                    entry,
                                    conventions.get(entry.get("id").getAsString()))));
                });
        return page.toString();
    }

    private static String row(Engine engine, JsonObject entry, Convention convention) {
        if (convention.expression().isEmpty()) {
            return "| " + entry.get("id").getAsString().replaceAll("\\(.*", "") + " | | | | " + convention.note()
                    + " |\n";
        }
        Convention.Result result = ConventionsContract.evaluate(engine, entry, convention);
        String at = StreamSupport.stream(entry.getAsJsonArray("inputs").spliterator(), false)
                .map(ConventionsPage::input)
                .collect(Collectors.joining(", "));
        String gradients = Arrays.stream(result.gradients())
                .mapToObj(ConventionsPage::text)
                .collect(Collectors.joining(", "));
        return "| `" + convention.java() + "` | " + at + " | " + text(result.value()) + " | " + gradients + " | "
                + (convention.own().isPresent() ? "*own:* " : "") + convention.note() + " |\n";
    }

    private static String input(JsonElement input) {
        return input.isJsonArray()
                ? input.getAsJsonArray().asList().stream()
                        .map(ConventionsPage::input)
                        .collect(Collectors.joining(", ", "[", "]"))
                : input.toString().startsWith("-0.0") ? "-0" : text(input.getAsDouble());
    }

    /** The last digits may differ between machines, so they are not shown; neither is the sign of a zero. */
    private static String text(double x) {
        if (!Double.isFinite(x)) {
            return Double.isNaN(x) ? "NaN" : x > 0 ? "inf" : "-inf";
        }
        if (x == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(x).round(new MathContext(12)).stripTrailingZeros();
        double size = Math.abs(x);
        return size >= 1e-5 && size < 1e7
                ? rounded.toPlainString()
                : rounded.toString().replace("E+", "e").replace('E', 'e');
    }
}
