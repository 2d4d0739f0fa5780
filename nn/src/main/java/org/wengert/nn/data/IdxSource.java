package org.wengert.nn.data;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Batches of grey images and their labels from a pair of IDX files that may be larger than memory: they are read anew in each
 * pass, and no more of them is in memory than a batch and what they are shuffled within. Inputs are from 0 to 1, as
 * {@link IdxData} reads them. An iterator throws {@link DataException} if a file is truncated or too long, or a label is out of
 * range.
 */
public final class IdxSource extends StreamedSource {
    private static final int IMAGE_AXES = 3;
    private static final int LABEL_AXES = 1;

    private final Path images;
    private final Path labels;
    private final int items;

    private IdxSource(Path images, Path labels, int items, SampleLayout layout, Shuffling shuffling) {
        super(layout, shuffling);
        this.images = images;
        this.labels = labels;
        this.items = items;
    }

    /**
     * Images in the order of the files, whose headers and first image are read at once.
     *
     * @param images  a file with magic number 2051; inputs are named {@code r0c0}, {@code r0c1} and so on
     * @param labels  a file with magic number 2049
     * @param classes how many classes there are; labels go from 0 to one less
     * @throws DataException if a file cannot be read, has the wrong magic number, ends within its header or first image, or
     *     the counts of both differ
     */
    public static IdxSource of(Path images, Path labels, int classes) {
        try (IdxStream pictures = IdxStream.open(images, "images", IMAGE_AXES);
                IdxStream names = IdxStream.open(labels, "labels", LABEL_AXES)) {
            if (pictures.items() != names.items()) {
                throw new DataException("idx: images and labels differ in number: " + images + " holds "
                        + pictures.items() + ", " + labels + " holds " + names.items());
            }
            pictures.skipFirst(); // so that room is made for no larger ones than there are
            int[] sizes = pictures.sizes();
            SampleLayout layout = new SampleLayout(
                    new PixelNames(sizes[1], sizes[2]), TargetKind.CLASSES, 1, Names.counted("", classes));
            return new IdxSource(images, labels, pictures.items(), layout, Shuffling.NONE);
        } catch (OutOfMemoryError e) {
            throw DataException.noRoom("idx", images, e);
        }
    }

    /**
     * In an order that follows from the seed and the number of the pass: each image is drawn from a buffer of those that come
     * next in the file. A buffer as large as the file shuffles all of it; its memory is 8 bytes a pixel.
     *
     * @param buffer how many images it holds
     * @throws DataException if the buffer holds none
     */
    public IdxSource shuffled(long seed, int buffer) {
        return new IdxSource(images, labels, items, layout, new Shuffling(seed, buffer));
    }

    @Override
    SampleReader open() {
        return new Reader();
    }

    @Override
    public Map<String, String> identity() {
        Fingerprint data = new Fingerprint().add(images).add(labels).add(outputs());
        return Map.of("data", data.text(), "order", shuffling.order());
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(items);
    }

    private final class Reader implements SampleReader {
        private final IdxStream pictures;
        private final IdxStream names;
        private final byte[] picture;
        private final byte[] label = new byte[1];
        private long read;

        Reader() {
            pictures = IdxStream.open(images, "images", IMAGE_AXES);
            try {
                if (pictures.itemBytes() != layout.width()) {
                    throw changed();
                }
                picture = new byte[layout.width()];
                names = IdxStream.open(labels, "labels", LABEL_AXES);
            } catch (RuntimeException | Error e) {
                pictures.close();
                throw e;
            }
        }

        private DataException changed() {
            return new DataException("idx: images and labels differ in number: " + images + " and " + labels
                    + " have changed since their headers were read");
        }

        @Override
        public boolean read(double[] inputs, int at, double[] targets, int targetAt) {
            boolean isPicture = pictures.next(picture);
            if (isPicture != names.next(label)) {
                throw changed();
            }
            if (!isPicture) {
                return false;
            }
            new Features.Pixels(picture.length, picture).read(0, inputs, at);
            int number = label[0] & 0xFF;
            if (number >= outputs()) {
                throw new DataException("idx: label out of range: item " + read + " of " + labels + " is " + number
                        + ", classes are 0 to " + (outputs() - 1));
            }
            targets[targetAt] = number;
            read++;
            return true;
        }

        @Override
        public void close() {
            pictures.close();
            names.close();
        }
    }
}
