package org.wengert.nn.predict;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.nn.Activation;
import org.wengert.nn.Mlp;
import org.wengert.nn.data.InputColumn;
import org.wengert.nn.data.Missing;
import org.wengert.nn.data.Preprocessing;
import org.wengert.nn.data.Target;
import org.wengert.nn.data.TargetKind;
import org.wengert.nn.data.UnknownCategory;
import org.wengert.nn.io.ModelFile;

/** What the tests of predictors share: a model of one layer in a file. */
abstract class SavedModel {
    static final List<InputColumn> TWO = List.of(
            new InputColumn.Numbers("a", OptionalDouble.empty()), new InputColumn.Numbers("b", OptionalDouble.empty()));

    @TempDir
    Path folder;

    Path file = Path.of("");

    @BeforeEach
    void nameFile() {
        file = folder.resolve("m.safetensors");
    }

    static Preprocessing preprocessing(List<InputColumn> columns, Target target) {
        return new Preprocessing(columns, Missing.REFUSE, UnknownCategory.REFUSE, Optional.empty(), target);
    }

    static Target classes(TargetKind kind, String... names) {
        return new Target(List.of("kind"), kind, List.of(names), Optional.empty());
    }

    /** {@code y = W x + b}, saved. */
    void save(int inputs, int outputs, Optional<Preprocessing> preprocessing, double... parameters) {
        try (Engine engine = Engines.open("scalar")) {
            Mlp model =
                    Mlp.of(engine, inputs, List.of(Activation.LINEAR), outputs).setParameters(parameters);
            if (preprocessing.isPresent()) {
                ModelFile.save(file, model, preprocessing.get());
            } else {
                ModelFile.save(file, model);
            }
        }
    }
}
