package org.wengert.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wengert.nn.Activation;
import org.wengert.nn.data.Missing;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is trained and how, as far as the command line says; the rest is up to the data set. */
final class RunOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "DATASET",
            arity = "0..1",
            defaultValue = "moons",
            completionCandidates = Converters.DatasetNames.class,
            description = {"${COMPLETION-CANDIDATES}, or a CSV file with a header.", "Default: ${DEFAULT-VALUE}."})
    private String dataset = "moons";

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description = "The folder that digits, iris or mnist is in; for digits and iris the file itself will do.")
    private @Nullable Path data;

    @Option(names = "--target", paramLabel = "COLUMN", description = "Of a CSV file, the column to predict.")
    private @Nullable String target;

    @Option(names = "--classes", description = "Of a CSV file, numbers in the target column are names of classes.")
    private boolean classes;

    @Option(
            names = "--missing",
            paramLabel = "RULE",
            defaultValue = "refuse",
            converter = Converters.OfMissing.class,
            completionCandidates = Converters.MissingNames.class,
            description = {
                "Of a CSV file, what becomes of missing values (nothing, NA, NaN or ?): ${COMPLETION-CANDIDATES}.",
                "fill takes the training samples' mean or most frequent name. Default: ${DEFAULT-VALUE}."
            })
    private Missing missing = Missing.REFUSE;

    @Option(
            names = "--hidden",
            paramLabel = "N",
            split = ",",
            converter = Converters.Count.class,
            description = "Sizes of the hidden layers: 16,16.")
    private @Nullable List<Integer> hidden;

    @Option(
            names = "--activation",
            paramLabel = "ACTIVATION",
            converter = Converters.OfActivation.class,
            completionCandidates = Converters.ActivationNames.class,
            description = "Of the hidden layers: ${COMPLETION-CANDIDATES}.")
    private @Nullable Activation activation;

    @Option(
            names = "--dropout",
            paramLabel = "SHARE",
            defaultValue = "0",
            converter = Converters.Share.class,
            description = "Of each hidden layer's outputs, dropped at random in each training step. Default: 0.")
    private double dropout;

    @Option(
            names = "--optimizer",
            paramLabel = "OPTIMIZER",
            converter = Converters.OfOptimizer.class,
            completionCandidates = Converters.OptimizerNames.class,
            description = "${COMPLETION-CANDIDATES}.")
    private @Nullable OptimizerKind optimizer;

    @Option(
            names = "--lr",
            paramLabel = "RATE",
            converter = Converters.Positive.class,
            description = "Learning rate of the first step; it falls in a straight line to a tenth.")
    private @Nullable Double learningRate;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Passes over the training samples.")
    private @Nullable Integer epochs;

    @Option(names = "--batch", paramLabel = "N", converter = Converters.Count.class, description = "Samples a step.")
    private @Nullable Integer batch;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            converter = Converters.Whole.class,
            description = "Data, weights and order follow from it, on every engine alike. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "At most so many training samples, and as many test samples.")
    private @Nullable Integer limit;

    /**
     * Reads the data and settles how to train on it.
     *
     * @throws ParameterException if options are missing or do not belong to this data set
     */
    Task task() {
        Optional<Dataset> known = Optional.ofNullable(Dataset.byName().get(dataset.toLowerCase(Locale.ROOT)));
        Task task = known.isPresent() ? taskOf(known.get()) : taskOfFile();
        return limit == null ? task : task.limited(limit);
    }

    private Task taskOf(Dataset known) {
        refuse("--target", target != null, "it is for CSV files: " + known + " is none");
        refuse("--classes", classes, "it is for CSV files: " + known + " is none");
        refuse("--missing", missing != Missing.REFUSE, "it is for CSV files: " + known + " is none");
        if (known.file().isEmpty()) {
            refuse("--data", data != null, "it is for data sets that are read from files: " + known + " is generated");
        } else if (data == null) {
            throw mistake("--data: it is missing: " + known + " is read from files; give the folder that holds "
                    + known.file());
        }
        Path from = data == null ? Path.of("") : data;
        Map<String, String> chosen = data == null ? Map.of() : Map.of("read from", data.toString());
        return new Task(known.toString(), chosen, known.load(from, seed), recipe(known.recipe()), seed);
    }

    private Task taskOfFile() {
        if (!looksLikeFile(dataset)) {
            List<String> names = new ArrayList<>(Dataset.byName().keySet());
            throw mistake("dataset: " + Names.unknown(dataset, names) + " (a CSV file is named by its path)");
        }
        refuse("--data", data != null, "it is for digits, iris and mnist: " + dataset + " is a file itself");
        if (target == null) {
            throw mistake("--target: it is missing: name the column of " + dataset + " that is to be predicted");
        }
        Map<String, String> chosen = new LinkedHashMap<>();
        chosen.put("target", target + (classes ? ", whose numbers are names of classes" : ""));
        chosen.put("missing values", missing.name().toLowerCase(Locale.ROOT));
        Samples samples = CsvFile.load(Path.of(dataset), target, classes, missing, seed);
        return new Task(dataset, chosen, samples, recipe(CsvFile.RECIPE), seed);
    }

    private static boolean looksLikeFile(String name) {
        return name.contains("/") || name.contains("\\") || name.contains(".") || Files.exists(Path.of(name));
    }

    private void refuse(String option, boolean given, String reason) {
        if (given) {
            throw mistake(option + ": " + reason);
        }
    }

    private ParameterException mistake(String text) {
        return new ParameterException(Commands.of(spec), text);
    }

    private Recipe recipe(Recipe usual) {
        OptimizerKind kind = Objects.requireNonNullElse(optimizer, usual.optimizer());
        double usualRate = kind == usual.optimizer() ? usual.learningRate() : kind.usualRate();
        return new Recipe(
                Objects.requireNonNullElse(hidden, usual.hidden()),
                Objects.requireNonNullElse(activation, usual.activation()),
                dropout,
                kind,
                Objects.requireNonNullElse(learningRate, usualRate),
                usual.l2(),
                Objects.requireNonNullElse(epochs, usual.epochs()),
                Objects.requireNonNullElse(batch, usual.batch()));
    }
}
