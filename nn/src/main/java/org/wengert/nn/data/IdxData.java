package org.wengert.nn.data;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Grey images and their labels from a pair of IDX files, plain or gzipped: what MNIST and its relatives come in. */
public final class IdxData {
    private static final int IMAGE_AXES = 3;
    private static final int LABEL_AXES = 1;

    private IdxData() {}

    /**
     * Reads images, as inputs from 0 to 1 row by row, and their labels.
     *
     * @param images  a file with magic number 2051; inputs are named {@code r0c0}, {@code r0c1} and so on
     * @param labels  a file with magic number 2049
     * @param classes how many classes there are; labels go from 0 to one less
     * @throws DataException if a file cannot be read, has the wrong magic number, is truncated or too long, the counts
     *     of both differ, a label is out of range, or what they hold is larger than memory
     */
    public static DataSet read(Path images, Path labels, int classes) {
        IdxFile pictures = IdxFile.read(images, "images", IMAGE_AXES);
        IdxFile names = IdxFile.read(labels, "labels", LABEL_AXES);
        if (pictures.items() != names.items()) {
            throw new DataException("idx: images and labels differ in number: " + images + " holds " + pictures.items()
                    + ", " + labels + " holds " + names.items());
        }
        try {
            return dataSet(pictures, classes, classNumbers(names.bytes(), classes, labels));
        } catch (OutOfMemoryError e) {
            throw DataException.noRoom("idx", images, e);
        }
    }

    private static DataSet dataSet(IdxFile pictures, int classes, int... classNumbers) {
        int rows = pictures.sizes()[1];
        int columns = pictures.sizes()[2];
        return DataSet.classes(
                new Features.Pixels(rows * columns, pictures.bytes()),
                new PixelNames(rows, columns),
                IntStream.range(0, classes).mapToObj(Integer::toString).collect(Collectors.toList()),
                classNumbers);
    }

    private static int[] classNumbers(byte[] labels, int classes, Path file) {
        int[] numbers = new int[labels.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = labels[i] & 0xFF;
            if (numbers[i] >= classes) {
                throw new DataException("idx: label out of range: item " + i + " of " + file + " is " + numbers[i]
                        + ", classes are 0 to " + (classes - 1));
            }
        }
        return numbers;
    }
}
