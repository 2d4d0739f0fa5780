package org.wengert.nn.data;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The MNIST handwritten digits (LeCun, Cortes, Burges), from a folder that holds the four files under their usual names,
 * gzipped ({@code train-images-idx3-ubyte.gz}) or plain. 784 inputs from 0 to 1, 10 classes.
 */
public final class Mnist {
    private static final int DIGITS = 10;

    private Mnist() {}

    /** The 60,000 samples to learn from. */
    public static DataSet train(Path folder) {
        return read(folder, "train");
    }

    /** The 10,000 samples to be judged by. */
    public static DataSet test(Path folder) {
        return read(folder, "t10k");
    }

    private static DataSet read(Path folder, String part) {
        return IdxData.read(
                file(folder, part + "-images-idx3-ubyte"), file(folder, part + "-labels-idx1-ubyte"), DIGITS);
    }

    private static Path file(Path folder, String name) {
        Path zipped = folder.resolve(name + ".gz");
        Path plain = folder.resolve(name);
        if (Files.exists(zipped)) {
            return zipped;
        }
        if (Files.exists(plain)) {
            return plain;
        }
        throw new DataException("mnist: no such file: neither " + name + ".gz nor " + name + " in " + folder);
    }
}
