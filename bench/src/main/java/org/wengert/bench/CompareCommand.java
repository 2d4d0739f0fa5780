package org.wengert.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wengert.Engines;
import org.wengert.spi.EngineProvider;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wengert compare}: the same training run on several engines. */
@Command(
        name = "compare",
        description = {
            "Trains the same network from the same seed on several engines and shows whether their losses agree"
                    + " and what a step costs on each.",
            "What is not chosen is as suits the data set."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  wengert compare moons --engine scalar,tape", "  wengert compare moons --report engines.html"})
final class CompareCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            split = ",",
            completionCandidates = Converters.EngineNames.class,
            description = "Two or more of ${COMPLETION-CANDIDATES}, in the order to run them. Default: all.")
    private @Nullable List<String> engines;

    @Option(
            names = "--warmup",
            paramLabel = "SECONDS",
            defaultValue = "2",
            converter = Converters.Positive.class,
            description = "How long each engine trains before any is measured. Default: ${DEFAULT-VALUE}.")
    private double warmup;

    @Mixin
    private final ReportFile report = new ReportFile();

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        CommandLine commandLine = Commands.of(spec);
        List<String> names = names(commandLine);
        report.requireWritable();
        Comparison comparison = compare(options.task(), names, commandLine.getErr());
        if (json) {
            Json.print(commandLine.getOut(), CompareReport.fields(comparison));
        } else {
            CompareReport.print(new Page(commandLine), comparison);
        }
        report.write(() -> RunReport.of(comparison, command(names, commandLine)));
        return CommandLine.ExitCode.OK;
    }

    /** With the engines that were taken, for elsewhere others may be found. */
    private String command(List<String> names, CommandLine commandLine) {
        String given = Commands.launcher() + " compare " + Commands.arguments(commandLine);
        return engines != null ? given : given.stripTrailing() + " --engine " + String.join(",", names);
    }

    private Comparison compare(Task task, List<String> names, PrintWriter err) {
        err.printf("compare: warming up %s, %s each%n", String.join(", ", names), Numbers.duration(warmup));
        err.flush();
        return Comparison.of(
                task,
                names,
                Commands.configuration(spec),
                warmup,
                name -> Display.of(task.dataset() + " on " + name, err));
    }

    private List<String> names(CommandLine commandLine) {
        List<String> names = engines != null
                ? engines
                : Engines.providers().stream().map(EngineProvider::name).toList();
        names.forEach(name -> Commands.requireEngine(spec, name));
        if (names.size() < 2) {
            throw new ParameterException(
                    commandLine,
                    "--engine: two or more are needed to compare: got " + String.join(", ", names)
                            + "; 'wengert engines' shows those found");
        }
        return names;
    }
}
