package org.wengert.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wengert.Engines;
import org.wengert.spi.EngineProvider;
import org.wengert.tck.EngineCheck;
import org.wengert.tck.EngineReport;
import org.wengert.tck.FixtureException;
import org.wengert.tck.FixtureFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wengert check}: whether engines compute the right values and gradients. */
@Command(
        name = "check",
        description = {
            "Checks every operation's value and partial derivatives on an engine against definitions evaluated in 60"
                    + " digits, random graphs against forward mode, and cases from files. Shows the largest errors in"
                    + " units in the last place (ULP).",
            "Precision and kernels come from the engine's settings: JAVA_OPTS=-Dwengert.tape.precision=float32."
        },
        exitCodeList = {
            "0:every engine passed",
            "1:an engine failed; what differs is named",
            "2:the command line or a file of cases was not understood"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wengert check",
            "  wengert check --engine tape --cases 1000 --seed 7 --json",
            "  wengert check --fixtures ops.json graphs.json"
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            completionCandidates = Converters.EngineNames.class,
            description = "${COMPLETION-CANDIDATES}. Default: every engine on the class path.")
    private @Nullable String engine;

    @Option(
            names = "--fixtures",
            paramLabel = "FILE",
            arity = "1..*",
            description = {
                "JSON files of cases with their right results, in a layout of 'ops/1', 'graphs/1', 'deep/1' or 'seeds/1'.",
                "Left out, and counted, are operations on numbers that the engine's precision does not hold, and in"
                        + " float32 graphs and chains: a file has their nodes as float64 rounds them, and does not say how"
                        + " far other roundings may lead away. Random graphs are checked there too, for they come with"
                        + " bounds."
            })
    private List<Path> fixtures = new ArrayList<>();

    @Option(
            names = "--cases",
            paramLabel = "COUNT",
            defaultValue = "200",
            converter = Converters.Count.class,
            description = "Random points for each operation, beside edge points, and random graphs."
                    + " Default: ${DEFAULT-VALUE}.")
    private int cases;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            converter = Converters.Whole.class,
            description = "Of the random points and graphs. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        CommandLine commandLine = Commands.of(spec);
        List<EngineProvider> providers = providers();
        EngineCheck check = new EngineCheck(cases, seed, files());
        List<EngineReport> reports = new ArrayList<>();
        for (EngineProvider provider : providers) {
            reports.add(run(check, provider, commandLine.getErr()));
        }
        if (json) {
            Json.print(commandLine.getOut(), CheckReport.fields(reports, cases, seed));
        } else {
            CheckReport.print(new Page(commandLine), reports);
        }
        return reports.stream().allMatch(report -> report.failures().isEmpty())
                ? CommandLine.ExitCode.OK
                : CommandLine.ExitCode.SOFTWARE;
    }

    private List<EngineProvider> providers() {
        if (engine != null) {
            Commands.requireEngine(spec, engine);
            return List.of(Engines.choose(engine, Commands.configuration(spec)).provider());
        }
        return Engines.providers();
    }

    private List<FixtureFile> files() {
        try {
            return fixtures.stream().map(FixtureFile::read).toList();
        } catch (FixtureException e) {
            throw refused(e);
        }
    }

    private EngineReport run(EngineCheck check, EngineProvider provider, PrintWriter err) {
        err.printf("check: %s%n", provider.name());
        err.flush();
        try {
            return check.run(() -> Engines.open(provider, Commands.configuration(spec)));
        } catch (FixtureException e) {
            throw refused(e);
        }
    }

    private ParameterException refused(FixtureException e) {
        return new ParameterException(Commands.of(spec), "--fixtures: " + e.getMessage(), e);
    }
}
