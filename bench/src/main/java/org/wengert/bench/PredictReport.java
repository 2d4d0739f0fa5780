package org.wengert.bench;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wengert.nn.data.Preprocessing;
import org.wengert.nn.data.Target;
import org.wengert.nn.data.TargetKind;
import org.wengert.nn.predict.Prediction;

/**
 * Answers of a model, as CSV or as fields for JSON.
 *
 * @param model         the file it came from
 * @param file          whose rows it answers for
 * @param preprocessing which knows what the answers are; empty if nobody does
 * @param answers       one a row, in order
 */
record PredictReport(String model, String file, Optional<Preprocessing> preprocessing, List<Prediction> answers) {
    /** A header and a line for each row: class and probability, or numbers. A class that cannot be told is empty. */
    void csv(Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        List<String> names = new ArrayList<>(names());
        if (hasClasses()) {
            names.add("probability");
        }
        csv.writeRecord(names);
        for (Prediction answer : answers) {
            csv.writeRecord(
                    hasClasses()
                            ? List.of(answer.className().orElse(""), probability(answer))
                            : Arrays.stream(answer.numbers())
                                    .mapToObj(Double::toString)
                                    .toList());
        }
        csv.flush();
    }

    private static String probability(Prediction answer) {
        return answer.className().isEmpty() ? "" : Double.toString(largest(answer));
    }

    private static double largest(Prediction answer) {
        return Arrays.stream(answer.probabilities()).max().orElse(Double.NaN);
    }

    /** Everything, with the probabilities of all classes. */
    Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("model", model);
        fields.put("file", file);
        fields.put("rows", answers.size());
        fields.put("predictions", answers.stream().map(this::fields).toList());
        return fields;
    }

    private Map<String, @Nullable Object> fields(Prediction answer) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        List<String> names = names();
        if (hasClasses()) {
            List<String> classes = target().orElseThrow().classNames();
            Map<String, @Nullable Object> shares = new LinkedHashMap<>();
            for (int i = 0; i < classes.size(); i++) {
                shares.put(classes.get(i), Json.number(answer.probabilities()[i]));
            }
            fields.put(names.get(0), answer.className().orElse(null));
            fields.put("probability", Json.number(largest(answer)));
            fields.put("probabilities", shares);
        } else {
            for (int i = 0; i < names.size(); i++) {
                fields.put(names.get(i), Json.number(answer.numbers()[i]));
            }
        }
        return fields;
    }

    private List<String> names() {
        int outputs = answers.isEmpty() ? 0 : answers.get(0).outputs().length;
        return target().map(Target::names)
                .orElseGet(() ->
                        IntStream.range(0, outputs).mapToObj(i -> "output" + i).toList());
    }

    private boolean hasClasses() {
        return target().map(Target::kind)
                .filter(kind -> kind != TargetKind.NUMBERS)
                .isPresent();
    }

    private Optional<Target> target() {
        return preprocessing.map(Preprocessing::target);
    }
}
