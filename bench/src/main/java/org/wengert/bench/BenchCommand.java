package org.wengert.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wengert.bench.result.ResultFile;
import org.wengert.bench.run.Case;
import org.wengert.bench.run.Choice;
import org.wengert.bench.run.ChoiceCheck;
import org.wengert.bench.run.Level;
import org.wengert.bench.run.Session;
import org.wengert.bench.run.Suite;
import org.wengert.bench.run.SuiteFile;
import org.wengert.bench.run.Suites;
import org.wengert.bench.suite.RaceData;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code wengert bench}: suites of benchmarks, each contender checked before it is timed. */
@Command(
        name = "bench",
        description = {
            "Times a suite of benchmarks: in JVMs of their own, in rounds over all rows, so that what the machine does"
                    + " meanwhile hits all alike. Who computes a wrong loss or gradient gets no time.",
            "A suite is one of --list, or a file of properties that names networks and engines."
        },
        exitCodeList = {
            "0:done",
            "1:a contender is wrong, or the run failed",
            "2:the command line or a suite's file was not understood"
        },
        subcommands = {BenchCompareCommand.class, BenchPageCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  wengert bench smoke",
            "  wengert bench steps --engine tape,scalar --sizes 64-32-10 --json steps.json",
            "  wengert bench mine.properties --time normal --html mine.html"
        })
final class BenchCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Main main;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SUITE",
            description = "A name that --list shows, or a file: NAME.properties.")
    private @Nullable String name;

    @Option(names = "--list", description = "List the suites, what each measures and how long it takes.")
    private boolean list;

    @Option(
            names = "--time",
            paramLabel = "LEVEL",
            defaultValue = "quick",
            converter = BenchConverters.OfLevel.class,
            description = "quick: within two minutes; normal: about ten; thorough: every size, ten rounds."
                    + " Default: ${DEFAULT-VALUE}.")
    private Level level = Level.QUICK;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Only these: engines on the class path, hand-loops, hand-kernels, and other libraries by name.")
    private List<String> engines = List.of();

    @Option(
            names = "--precision",
            paramLabel = "NAME",
            split = ",",
            converter = BenchConverters.OfPrecision.class,
            description = "float64, float32 or both.")
    private List<String> precisions = List.of();

    @Option(
            names = "--kernels",
            paramLabel = "NAME",
            split = ",",
            converter = BenchConverters.OfKernels.class,
            description = "auto, plain, vector.")
    private List<String> kernels = List.of();

    @Option(
            names = "--threads",
            paramLabel = "COUNT",
            split = ",",
            converter = BenchConverters.OfThreads.class,
            description = "auto or numbers.")
    private List<String> threads = List.of();

    @Option(
            names = "--sizes",
            paramLabel = "SIZE",
            split = ",",
            description = "Networks, products or counts as the suite writes them: '784-128-10 tanh batch=64',"
                    + " 128x784x512, 65536.")
    private List<String> sizes = List.of();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where the suite 'training' finds digits.csv and MNIST's files.")
    private @Nullable Path data;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result to a file, for 'bench compare'.")
    private @Nullable Path json;

    @Mixin
    private final ResultDrawings drawings = new ResultDrawings();

    @Override
    public Integer call() {
        CommandLine commandLine = Commands.of(spec);
        if (list) {
            BenchReport.list(new Page(commandLine), Suites.byName().values());
            return CommandLine.ExitCode.OK;
        }
        Suite suite = suite(commandLine);
        if (suite.isPointless()) {
            commandLine.getOut().println("bench: nothing is timed: " + String.join("; ", suite.missingLines()));
            return CommandLine.ExitCode.OK;
        }
        if (data != null && !Files.isDirectory(data)) {
            throw new ParameterException(commandLine, "--data: " + data + " is no folder");
        }
        if (json != null) {
            OutputFiles.requireWritable(commandLine, "--json", json);
        }
        drawings.requireWritable();
        List<Case> rows = rows(commandLine, suite);
        Session.Ended ended = run(engines.isEmpty() ? suite : suite.asBuilt(), rows, commandLine.getErr());
        BenchReport.print(new Page(commandLine), ended.result());
        if (json != null) {
            ResultFile.write(json, ended.result());
        }
        drawings.write(List.of(ended.result()));
        return ended.wrong() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private Suite suite(CommandLine commandLine) {
        if (name == null) {
            throw new ParameterException(
                    commandLine,
                    "which suite? there are "
                            + String.join(", ", Suites.byName().keySet()) + ", and files: NAME.properties");
        }
        if (name.endsWith(".properties")) {
            try {
                return SuiteFile.read(Path.of(name));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(commandLine, String.valueOf(e.getMessage()), e);
            }
        }
        @Nullable Suite suite = Suites.byName().get(name);
        if (suite == null) {
            throw new ParameterException(
                    commandLine, "SUITE: " + Names.unknown(name, Suites.byName().keySet()));
        }
        return suite;
    }

    private List<Case> rows(CommandLine commandLine, Suite suite) {
        Choice choice = new Choice(engines, precisions, sizes, kernels, threads);
        if (data != null && !suite.readsData()) {
            throw new ParameterException(commandLine, "--data: suite '" + suite.name() + "' reads no files");
        }
        try {
            ChoiceCheck.require(suite, level, choice);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(commandLine, String.valueOf(e.getMessage()), e);
        }
        return suite.cases(level, choice);
    }

    private Session.Ended run(Suite suite, List<Case> rows, PrintWriter err) {
        err.printf(
                Locale.ROOT,
                "bench: %s, %s, %s%n",
                suite.name(),
                Numbers.count(rows.size(), "row"),
                BenchReport.about(level.timing().seconds(rows.size())));
        err.flush();
        boolean verbose = main != null && main.isVerbose();
        OutputStream log = verbose ? new ToWriter(err) : OutputStream.nullOutputStream();
        String command = Commands.launcher() + " bench " + Commands.arguments(Commands.of(spec));
        Session session = new Session(suite, command, level.timing(), flags(), log);
        try (BenchProgress progress = BenchProgress.of(suite.name(), err, verbose)) {
            return session.run(rows, progress);
        }
    }

    private List<String> flags() {
        return data == null ? List.of() : List.of("-D" + RaceData.FOLDER + "=" + data.toAbsolutePath());
    }

    /** What JMH prints, to where errors go. */
    private static final class ToWriter extends OutputStream {
        private final PrintWriter writer;

        ToWriter(PrintWriter writer) {
            this.writer = writer;
        }

        @Override
        public void write(int b) {
            writer.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            writer.write(new String(bytes, offset, length, StandardCharsets.UTF_8));
        }

        @Override
        public void flush() throws IOException {
            writer.flush();
        }
    }
}
