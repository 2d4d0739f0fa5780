package org.wengert.bench.report;

import java.util.List;
import java.util.Map;
import org.wengert.bench.picture.Machines;
import org.wengert.bench.picture.Markup;
import org.wengert.bench.result.Machine;

/** What a run follows from, how to repeat it, and what it ran on. */
final class RunSection {
    private RunSection() {}

    static void write(Markup page, Map<String, String> settings, String command, Machine machine) {
        page.open("section", "id", "settings", "aria-labelledby", "settings-name");
        page.element("h2", "How to repeat it", "id", "settings-name").line();
        page.open("pre").element("code", command).close().line();
        page.element(
                "p",
                "With the same settings of the engine as on this page, the same command gives the same numbers, on any"
                        + " number of threads.");
        Facts.write(page, "Settings", settings);
        page.close().line();
        Machines.write(page, Map.of(machine, List.of("this run")));
    }
}
