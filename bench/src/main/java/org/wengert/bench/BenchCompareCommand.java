package org.wengert.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wengert.bench.result.BenchResult;
import org.wengert.bench.result.Estimate;
import org.wengert.bench.result.Machine;
import org.wengert.bench.result.ResultFile;
import org.wengert.bench.result.Row;
import org.wengert.bench.result.TimeUnits;
import org.wengert.bench.result.Versus;
import org.wengert.bench.result.Versus.Change;
import org.wengert.bench.result.Versus.Verdict;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wengert bench compare}: what became faster or slower from one run of a suite to another. */
@Command(
        name = "compare",
        description = {
            "Compares two files that 'wengert bench --json' wrote. A row became slower or faster if the ratio of its medians is"
                    + " beyond the threshold and Welch's test tells the rounds of both runs apart with 95%%."
        },
        exitCodeList = {
            "0:nothing became slower",
            "1:a row became slower or has no time any more, or a file could not be read",
            "2:the command line was not understood"
        },
        footerHeading = "%nExample:%n",
        footer = "  wengert bench compare old.json new.json --threshold 5%%")
final class BenchCompareCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "The run before.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The run after.")
    private Path after = Path.of("");

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            defaultValue = "10%",
            converter = BenchConverters.OfPercent.class,
            description = "How far medians may be apart. Default: ${DEFAULT-VALUE}.")
    private double threshold;

    @Override
    public Integer call() {
        CommandLine commandLine = Commands.of(spec);
        BenchResult old = ResultFile.read(before);
        BenchResult now = ResultFile.read(after);
        Versus versus = Versus.of(old, now, threshold);
        Page page = new Page(commandLine);
        warnings(page, old, now);
        section(page, "Slower", versus.with(Verdict.SLOWER));
        section(page, "Faster", versus.with(Verdict.FASTER));
        section(page, "No time any more", versus.with(Verdict.LOST));
        section(page, "A time at last", versus.with(Verdict.FOUND));
        section(page, "Too noisy to tell", versus.with(Verdict.UNSURE));
        only(page, "Only in " + before, versus.gone());
        only(page, "Only in " + after, versus.added());
        page.section("Verdict", verdict(versus)).print();
        return versus.isRegression() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private static void warnings(Page page, BenchResult old, BenchResult now) {
        List<String> warnings = new ArrayList<>();
        Machine was = old.machine();
        Machine is = now.machine();
        differ(warnings, "suites", old.suite(), now.suite());
        differ(warnings, "machines", was.processor() + ", " + was.cores(), is.processor() + ", " + is.cores());
        differ(warnings, "JDKs", was.jdk(), is.jdk());
        differ(warnings, "kernels", was.kernels(), is.kernels());
        differ(warnings, "settings", settings(old), settings(now));
        differ(warnings, "flags", String.join(" ", was.flags()), String.join(" ", is.flags()));
        if (!warnings.isEmpty()) {
            Table table = new Table();
            warnings.forEach(table::row);
            page.section("Warnings", table);
        }
    }

    /** How many rounds there were is left to the machine's speed, and what they say is tested. */
    private static String settings(BenchResult result) {
        return result.settings().entrySet().stream()
                .filter(setting -> !setting.getKey().equals("rounds"))
                .map(setting -> setting.getKey() + " " + setting.getValue())
                .collect(Collectors.joining(", "));
    }

    private static void differ(List<String> warnings, String what, String old, String now) {
        if (!old.equals(now)) {
            warnings.add("different " + what + ": " + old + " and " + now);
        }
    }

    private static void section(Page page, String heading, List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Table table = new Table(1, 2, 3, 4, 5).row("row", "ratio", "old", "95% interval", "new", "95% interval");
        for (Change change : changes) {
            String[] old = time(change.before());
            String[] now = time(change.after());
            String ratio = Double.isNaN(change.ratio()) ? "-" : Numbers.factor(change.ratio());
            table.row(change.after().id(), ratio, old[0], old[1], now[0], now[1]);
        }
        page.section(heading, table);
        for (Change change : changes) {
            if (change.after().refusal() != null) {
                page.section(change.after().id(), new Table().row(change.after().refusal()));
            }
        }
    }

    private static String[] time(Row row) {
        Estimate time = row.time();
        if (time == null) {
            return new String[] {"no time", "-"};
        }
        double unit = TimeUnits.seconds(row.unit());
        return new String[] {
            Numbers.duration(unit * time.median()),
            Numbers.duration(unit * time.low()) + " to " + Numbers.duration(unit * time.high())
        };
    }

    private static void only(Page page, String heading, List<Row> rows) {
        if (!rows.isEmpty()) {
            Table table = new Table();
            rows.forEach(row -> table.row(row.id()));
            page.section(heading, table);
        }
    }

    private Table verdict(Versus versus) {
        return new Table()
                .row(String.format(
                        Locale.ROOT,
                        "%s in both runs: %d slower, %d faster, %d without a time any more, %d too noisy to tell;"
                                + " threshold %s%%",
                        Numbers.count(versus.changes().size(), "row"),
                        versus.with(Verdict.SLOWER).size(),
                        versus.with(Verdict.FASTER).size(),
                        versus.with(Verdict.LOST).size(),
                        versus.with(Verdict.UNSURE).size(),
                        Numbers.factor(100 * threshold)));
    }
}
