package org.wengert.bench.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wengert.bench.result.BenchResult;
import org.wengert.bench.result.Machine;

/** What the runs ran on: a table with a column for each kind of machine, JDK and flags among them. */
public final class Machines {
    private Machines() {}

    /** Writes the section. */
    static void write(Markup page, List<BenchResult> results) {
        Map<Machine, List<String>> runs = new LinkedHashMap<>();
        results.forEach(result -> runs.computeIfAbsent(result.machine(), machine -> new ArrayList<>())
                .add(RunName.of(result)));
        write(page, runs);
    }

    /** Writes the section, in which each machine is headed by the names of what ran on it. */
    public static void write(Markup page, Map<Machine, List<String>> runs) {
        page.open("section", "id", "machines", "aria-labelledby", "machines-name");
        page.element("h2", "Machine", "id", "machines-name").line();
        page.scroll("Machine");
        page.open("table").open("thead").open("tr").open("td").close();
        runs.values().forEach(names -> page.element("th", String.join("; ", names), "scope", "col"));
        page.close().close().line().open("tbody").line();
        rows().forEach((name, value) -> {
            if (runs.keySet().stream().allMatch(machine -> value.apply(machine).isEmpty())) {
                return;
            }
            page.open("tr").element("th", name, "scope", "row");
            runs.keySet().forEach(machine -> page.element("td", value.apply(machine)));
            page.close().line();
        });
        page.close().close().close().close().line();
    }

    private static Map<String, Function<Machine, String>> rows() {
        Map<String, Function<Machine, String>> rows = new LinkedHashMap<>();
        rows.put("processor", Machine::processor);
        rows.put("cores", machine -> Integer.toString(machine.cores()));
        rows.put("memory", machine -> Measure.BYTES.text(machine.memory()));
        rows.put("system", Machine::system);
        rows.put("JDK", Machine::jdk);
        rows.put("flags", machine -> String.join(" ", machine.flags()));
        rows.put("kernels", Machine::kernels);
        rows.put("version", machine -> machine.version() + ", commit " + machine.commit());
        rows.put(
                "libraries",
                machine -> new TreeMap<>(machine.libraries())
                        .entrySet().stream()
                                .map(library -> library.getKey() + " " + library.getValue())
                                .collect(Collectors.joining(", ")));
        return rows;
    }
}
