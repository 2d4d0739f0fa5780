package org.wengert.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wengert.nn.data.CsvTable;
import org.wengert.nn.io.AtomicFile;
import org.wengert.nn.io.ModelFile;
import org.wengert.nn.predict.Prediction;
import org.wengert.nn.predict.Predictor;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wengert predict}: what a trained model says of the rows of a file. */
@Command(
        name = "predict",
        description = {
            "Lets a model answer for each row of a CSV file with a header: a class and its probability, or numbers in the"
                    + " units of the data it was trained on.",
            "Columns are found by the names they had in training; others are passed over."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wengert predict flowers.safetensors new.csv",
            "  wengert predict flowers.safetensors new.csv --output answers.csv",
            "  wengert predict flowers.safetensors new.csv --json"
        })
final class PredictCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file: MODEL.safetensors.")
    private Path model = Path.of("");

    @Parameters(index = "1", paramLabel = "FILE", description = "A CSV file with a header.")
    private Path file = Path.of("");

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write the answers to this file, whole or not at all, rather than to standard output.")
    private @Nullable Path output;

    @Mixin
    private final EngineOption engine = new EngineOption();

    @Option(names = "--json", description = "Answer with one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        CommandLine commandLine = Commands.of(spec);
        engine.require();
        PredictReport report = report();
        @Nullable Path target = output;
        if (target == null) {
            print(report, commandLine.getOut());
        } else {
            StringWriter text = new StringWriter();
            print(report, new PrintWriter(text));
            AtomicFile.write("predict", target, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
        }
        return CommandLine.ExitCode.OK;
    }

    private PredictReport report() {
        ModelFile trained = ModelFile.read(model);
        try (Predictor predictor = Predictor.of(trained, engine::open, 1)) {
            CsvTable csv = CsvTable.of(file);
            CsvTable asTrained = trained.preprocessing().map(csv::kindsOf).orElse(csv);
            List<Prediction> answers = predictor.predictAll(asTrained.read());
            return new PredictReport(model.toString(), file.toString(), trained.preprocessing(), answers);
        }
    }

    private void print(PredictReport report, PrintWriter out) {
        if (json) {
            Json.print(out, report.fields());
            return;
        }
        try {
            report.csv(out);
        } catch (IOException e) {
            throw new UncheckedIOException("a print writer cannot fail", e);
        }
        out.flush();
    }
}
