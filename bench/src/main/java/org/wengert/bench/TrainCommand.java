package org.wengert.bench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wengert.Engine;
import org.wengert.nn.train.Checkpoints;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wengert train}: a network on a data set, on one engine. */
@Command(
        name = "train",
        description = {
            "Trains a multilayer perceptron and says how well it does. What is not chosen is as suits the data set.",
            "Generated data are tested on new samples, files on a fifth that was held back, MNIST on its own test set."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wengert train moons --engine scalar --hidden 8,8 --epochs 200",
            "  wengert train digits --data digits.csv --json",
            "  wengert train moons --report moons.html",
            "  wengert train moons --epochs 5000 --checkpoint run1 --resume",
            "  wengert train flowers.csv --target species --save flowers.safetensors",
            "  wengert train flowers.csv --target species --config run.properties"
        })
final class TrainCommand implements Callable<Integer> {
    /** What a shell reports of a process that Ctrl-C ended. */
    private static final int INTERRUPTED = 130;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private final EngineOption engine = new EngineOption();

    @Option(
            names = "--save",
            paramLabel = "MODEL",
            description = "Write the trained model, and how data become its inputs, to this file: MODEL.safetensors.")
    private @Nullable Path save;

    @Option(
            names = "--checkpoint",
            paramLabel = "FOLDER",
            description = "Save the run there after every epoch, and when it is interrupted; the newest 3 are kept.")
    private @Nullable Path checkpoint;

    @Option(names = "--resume", description = "Go on from the newest sound checkpoint, or begin if there is none.")
    private boolean resume;

    @Mixin
    private final ReportFile report = new ReportFile();

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        CommandLine commandLine = Commands.of(spec);
        engine.require();
        report.requireWritable();
        Keeping keeping = new Keeping(checkpoints(commandLine), model(commandLine), report.isWanted());
        Task task = options.task();
        try (Interruption interruption = new Interruption()) { // closed, and the process let go, when all is said
            return run(task, keeping, commandLine);
        }
    }

    private int run(Task task, Keeping keeping, CommandLine commandLine) {
        try {
            Result result = train(task, keeping, commandLine);
            print(result, commandLine);
            report.write(() -> RunReport.of(result, command(result, commandLine)));
            return CommandLine.ExitCode.OK;
        } catch (InterruptedRunException e) {
            return interrupted(e, commandLine);
        }
    }

    /** With the engine that was taken, for elsewhere another may be configured. */
    private String command(Result result, CommandLine commandLine) {
        String given = Commands.launcher() + " train " + Commands.argumentsFromTheBeginning(commandLine);
        return engine.isNamed() ? given : given.stripTrailing() + " --engine " + result.engine();
    }

    private void print(Result result, CommandLine commandLine) {
        if (json) {
            Json.print(commandLine.getOut(), TrainReport.fields(result));
        } else {
            TrainReport.print(
                    new Page(commandLine),
                    result,
                    Optional.ofNullable(save),
                    Commands.argumentsWithoutEngine(commandLine));
        }
    }

    /** Where it cannot be written is told before the training, not after it. */
    private Optional<Path> model(CommandLine commandLine) {
        if (save == null) {
            return Optional.empty();
        }
        OutputFiles.requireWritable(commandLine, "--save", save);
        return Optional.of(save);
    }

    private Optional<Checkpoints> checkpoints(CommandLine commandLine) {
        if (checkpoint == null) {
            if (resume) {
                throw new ParameterException(
                        commandLine, "--resume: --checkpoint is missing: name the folder that holds the run");
            }
            return Optional.empty();
        }
        Checkpoints checkpoints = Checkpoints.in(checkpoint);
        return Optional.of(resume ? checkpoints.resuming() : checkpoints);
    }

    /** The command to go on with stands last and without quotes around it, for there may be some in it. */
    private int interrupted(InterruptedRunException interruption, CommandLine commandLine) {
        String unreported = report.isWanted() ? "; no report is written" : "";
        String kept = checkpoint == null
                ? "nothing is kept; --checkpoint FOLDER would have saved it" + unreported
                : kept(interruption, checkpoint) + unreported + "; go on with: " + Commands.launcher() + " train "
                        + Commands.arguments(commandLine) + (resume ? "" : " --resume");
        commandLine.getErr().println("wengert train: " + interruption.getMessage() + ": " + kept);
        return INTERRUPTED;
    }

    private static String kept(InterruptedRunException interruption, Path folder) {
        return interruption
                .failure()
                .map(failure -> "the last steps are lost (" + failure + "), what was saved before is in " + folder)
                .orElse("it is saved in " + folder);
    }

    private Result train(Task task, Keeping keeping, CommandLine commandLine) {
        try (Engine opened = engine.open();
                Display display = Display.of(task.dataset() + " on " + opened.name(), commandLine.getErr())) {
            return Training.run(opened, task, keeping, display);
        }
    }
}
