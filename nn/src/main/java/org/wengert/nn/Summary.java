package org.wengert.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A model in words, a line for each layer: its name, what it is, and how many parameters it has.
 *
 * <pre>
 * layers.0  dense 784 to 512, relu  401,920
 * layers.1  dropout 0.2                   0
 * layers.2  dense 512 to 10           5,130
 * in all                            407,050
 * </pre>
 */
public final class Summary {
    private final List<String[]> lines = new ArrayList<>();

    private Summary() {}

    /**
     * The summary of a model, ending with a line break.
     *
     * @throws ModelException if it is made of layers that cannot be described, see {@link Model#blueprint}
     */
    public static String of(Model model) {
        Summary summary = new Summary();
        Blueprint blueprint = model.blueprint();
        summary.add("", blueprint);
        summary.line("in all", "", number(blueprint.parameterCount()));
        return summary.table();
    }

    private void add(String name, Blueprint blueprint) {
        if (blueprint instanceof Blueprint.Sequential sequential) {
            for (int i = 0; i < sequential.layers().size(); i++) {
                add(within(name, "layers." + i), sequential.layers().get(i));
            }
        } else if (blueprint instanceof Blueprint.Residual residual) {
            line(name, residual.words(), "");
            add(within(name, "inner"), residual.inner());
        } else {
            line(name, blueprint.words(), number(blueprint.parameterCount()));
        }
    }

    private static String within(String name, String child) {
        return name.isEmpty() ? child : name + "." + child;
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private void line(String... cells) {
        lines.add(cells);
    }

    private String table() {
        int[] widths = new int[3];
        for (String[] line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line[i].length());
            }
        }
        String format = "%-" + Math.max(widths[0], 1) + "s  %-" + Math.max(widths[1], 1) + "s  %" + widths[2] + "s";
        StringBuilder text = new StringBuilder();
        for (String[] line : lines) {
            text.append(String.format(Locale.ROOT, format, (Object[]) line).stripTrailing())
                    .append(System.lineSeparator());
        }
        return text.toString();
    }
}
