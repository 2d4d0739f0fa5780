package org.wengert.bench;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wengert.Engine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
            "  wengert train digits --data ../shared/data --json",
            "  wengert train flowers.csv --target species"
        })
final class TrainCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            completionCandidates = Converters.EngineNames.class,
            description = "${COMPLETION-CANDIDATES}. Default: as configured; 'wengert engines' shows how.")
    private @Nullable String engine;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        CommandLine commandLine = Commands.of(spec);
        if (engine != null) {
            Commands.requireEngine(spec, engine);
        }
        Result result = train(options.task(), commandLine);
        if (json) {
            Json.print(commandLine.getOut(), TrainReport.fields(result));
        } else {
            TrainReport.print(new Page(commandLine), result, Commands.argumentsWithoutEngine(commandLine));
        }
        return CommandLine.ExitCode.OK;
    }

    private Result train(Task task, CommandLine commandLine) {
        try (Engine opened = Commands.open(engine);
                Display display = Display.of(task.dataset() + " on " + opened.name(), commandLine.getErr())) {
            return Training.run(opened, task, display);
        }
    }
}
