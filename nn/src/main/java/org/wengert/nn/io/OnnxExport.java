package org.wengert.nn.io;

import java.nio.file.Path;
import java.util.Optional;
import org.wengert.error.ConfigurationException;
import org.wengert.nn.Blueprint;
import org.wengert.nn.Model;
import org.wengert.nn.ModelException;
import org.wengert.nn.data.DataException;
import org.wengert.nn.data.InputColumn;
import org.wengert.nn.data.Preprocessing;
import org.wengert.nn.data.TargetKind;

/**
 * Writes a model for <a href="https://onnx.ai">ONNX</a> runtimes, operator set 17: input {@code input [batch, inputs]}, output
 * {@code output [batch, outputs]}, for any number of samples. It computes what an evaluation computes; dropout is gone.
 *
 * <pre>{@code
 * OnnxExport.of(model).preprocessing(preprocessing).probabilities().write(Path.of("model.onnx"));
 * }</pre>
 *
 * <p>In double precision some operators have no kernel in ONNX Runtime on a CPU (1.23: LeakyRelu, Elu, Softplus, Erf), and
 * others take a constant in single precision only (the epsilon of normalisers); there a model is composed of those that do.
 *
 * <p>Needs {@code org.tribuo:tribuo-util-onnx} on the class path, which this library does not bring along.
 */
public final class OnnxExport {
    private final Model model;
    private final Optional<Preprocessing> preprocessing;
    private final Precision precision;
    private final boolean probabilities;

    private OnnxExport(Model model, Optional<Preprocessing> preprocessing, Precision precision, boolean probabilities) {
        this.model = model;
        this.preprocessing = preprocessing;
        this.precision = precision;
        this.probabilities = probabilities;
    }

    /** The model as it is, in the precision of its engine: inputs ready as they come, outputs as they are. */
    public static OnnxExport of(Model model) {
        return new OnnxExport(model, Optional.empty(), Precision.of(model.engine()), false);
    }

    /**
     * Takes in raw numbers: they are filled in and scaled first, and outputs that are numbers are brought back to the units of
     * the training data. The file's metadata name the inputs, the classes and the kind of target.
     *
     * <p>All of it in the precision of the file. In single precision a raw number has 24 bits before it is scaled: where a
     * column's numbers are far larger than what they differ by, as dates in seconds are, export in double precision, or shift the
     * column before training.
     *
     * @throws DataException if there are columns of categories: a tensor holds numbers
     */
    public OnnxExport preprocessing(Preprocessing first) {
        for (InputColumn column : first.columns()) {
            if (column instanceof InputColumn.Categories) {
                throw new DataException("onnx: columns must be of numbers: '" + column.name()
                        + "' is of categories; export the model without its preprocessing and encode them before");
            }
        }
        return new OnnxExport(model, Optional.of(first), precision, probabilities);
    }

    /** In this precision, whatever that of the engine. */
    public OnnxExport precision(Precision chosen) {
        return new OnnxExport(model, preprocessing, chosen, probabilities);
    }

    /**
     * Makes probabilities of scores: softmax of several outputs, the logistic function of a single one.
     *
     * @throws ModelException when written, if the preprocessing says that targets are numbers
     */
    public OnnxExport probabilities() {
        return new OnnxExport(model, preprocessing, precision, true);
    }

    /**
     * Writes a file, whole or not at all ({@link AtomicFile}).
     *
     * @throws ModelException         if the model cannot be described, its layers do not fit together, it takes inputs of any
     *     width, or an activation is one's own
     * @throws ConfigurationException if the library that writes the format is missing
     * @throws FileException          if the file cannot be written
     */
    public void write(Path file) {
        byte[] bytes = bytes();
        AtomicFile.write("onnx", file, out -> out.write(bytes));
    }

    private byte[] bytes() {
        Blueprint blueprint = model.blueprint();
        Widths widths = Widths.of(blueprint);
        if (widths.inputs().isEmpty()) {
            throw new ModelException(
                    "onnx: inputs of any width cannot be exported: the model has no layer that says how"
                            + " many it takes");
        }
        if (preprocessing.isPresent()) {
            ModelFile.checkWidths(blueprint, preprocessing);
            if (probabilities && preprocessing.get().target().kind() == TargetKind.NUMBERS) {
                throw new ModelException("onnx: no probabilities: the targets are numbers");
            }
        }
        try {
            return OnnxModel.bytes(model, preprocessing, precision, probabilities);
        } catch (NoClassDefFoundError e) {
            throw new ConfigurationException(
                    "onnx: library is missing: writing the format needs org.tribuo:tribuo-util-onnx (4.3.2) on the class"
                            + " path",
                    e);
        }
    }
}
