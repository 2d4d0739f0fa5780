package org.wengert.nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.nn.Refused;

class IdxDataTest {
    private static final int IMAGES = 2051;
    private static final int LABELS = 2049;
    private static final byte[] TWO_IMAGES = {0, (byte) 255, 51, 102, 1, 2, 3, 4};

    @TempDir
    Path folder;

    private Path images;
    private Path labels;

    @BeforeEach
    void writeTwoGoodFiles() throws IOException {
        images = folder.resolve("images");
        labels = folder.resolve("labels");
        Files.write(images, idx(IMAGES, TWO_IMAGES, 2, 2, 2));
        Files.write(labels, idx(LABELS, new byte[] {2, 0}, 2));
    }

    private static byte[] idx(int magic, byte[] content, int... sizes) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * sizes.length + content.length);
        bytes.putInt(magic);
        Arrays.stream(sizes).forEach(bytes::putInt);
        return bytes.put(content).array();
    }

    private static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private void refused(String message) {
        String text = message.replace("IMAGES", images.toString()).replace("LABELS", labels.toString());
        Refused.with(DataException.class, text, () -> IdxData.read(images, labels, 3));
    }

    private static void assertTwoImages(DataSet data) {
        assertEquals(2, data.size());
        assertEquals(List.of("r0c0", "r0c1", "r1c0", "r1c1"), data.featureNames());
        assertEquals(List.of("0", "1", "2"), data.classNames());
        assertArrayEquals(new double[] {0, 1, 0.2, 0.4}, data.row(0));
        assertArrayEquals(new double[] {1 / 255.0, 2 / 255.0, 3 / 255.0, 4 / 255.0}, data.row(1));
        assertArrayEquals(new double[] {2, 0}, data.targetNumbers());
    }

    @Test
    void plainFilesAreRead() {
        assertTwoImages(IdxData.read(images, labels, 3));
    }

    @Test
    void zippedFilesAreReadWhateverTheirName() throws IOException {
        Files.write(images, zipped(idx(IMAGES, TWO_IMAGES, 2, 2, 2)));
        Files.write(labels, zipped(idx(LABELS, new byte[] {2, 0}, 2)));
        assertTwoImages(IdxData.read(images, labels, 3));
    }

    @Test
    void aWrongMagicNumberIsRefused() throws IOException {
        Files.write(images, idx(LABELS, TWO_IMAGES, 2, 2, 2));
        refused("idx: wrong magic number: IMAGES begins with 2049, images begin with 2051");
        writeTwoGoodFiles();
        Files.write(labels, idx(IMAGES, new byte[] {2, 0}, 2));
        refused("idx: wrong magic number: LABELS begins with 2051, labels begin with 2049");
    }

    @Test
    void aTruncatedFileIsRefused() throws IOException {
        byte[] whole = idx(IMAGES, TWO_IMAGES, 2, 2, 2);
        Files.write(images, Arrays.copyOf(whole, whole.length - 1));
        refused("idx: file is truncated: IMAGES must hold 8 bytes after its header, has 7");
        Files.write(images, Arrays.copyOf(whole, 9));
        refused("idx: file is truncated: IMAGES ends within its header");
        Files.write(images, new byte[0]);
        refused("idx: file is truncated: IMAGES ends within its header");
        byte[] zip = zipped(whole);
        Files.write(images, Arrays.copyOf(zip, zip.length - 12));
        refused("idx: file is truncated: IMAGES ends within its compressed data");
    }

    @Test
    void compressedDataThatIsBrokenIsRefused() throws IOException {
        byte[] zip = zipped(idx(IMAGES, TWO_IMAGES, 2, 2, 2));
        zip[zip.length - 5] ^= 1;
        Files.write(images, zip);
        refused("idx: cannot read IMAGES: Corrupt GZIP trailer");
    }

    @Test
    void aFileThatGoesOnIsRefused() throws IOException {
        Files.write(labels, idx(LABELS, new byte[] {2, 0, 1}, 2));
        refused("idx: file goes on after its end: LABELS must hold 2 bytes after its header, has more");
    }

    @Test
    void differentCountsOfImagesAndLabelsAreRefused() throws IOException {
        Files.write(labels, idx(LABELS, new byte[] {2, 0, 1}, 3));
        refused("idx: images and labels differ in number: IMAGES holds 2, LABELS holds 3");
    }

    @Test
    void aLabelOutOfRangeIsRefused() throws IOException {
        Files.write(labels, idx(LABELS, new byte[] {2, (byte) 200}, 2));
        refused("idx: label out of range: item 1 of LABELS is 200, classes are 0 to 2");
    }

    @Test
    void sizesThatCannotBeAreRefusedAndTakeNoMemory() throws IOException {
        Files.write(images, idx(IMAGES, TWO_IMAGES, 2, 65536, 65536));
        refused("idx: sizes cannot be: IMAGES claims to hold [2, 65536, 65536]; each must be at least 1 and their"
                + " product at most 2147483639");
        Files.write(images, idx(IMAGES, TWO_IMAGES, -2, 2, 2));
        refused(
                "idx: sizes cannot be: IMAGES claims to hold [-2, 2, 2]; each must be at least 1 and their product at most"
                        + " 2147483639");
        Files.write(
                images, idx(IMAGES, TWO_IMAGES, Integer.MAX_VALUE, 1, 1)); // fewer than 2^31, yet more than an array
        refused("idx: sizes cannot be: IMAGES claims to hold [2147483647, 1, 1]; each must be at least 1 and their"
                + " product at most 2147483639");
        Files.write(images, idx(IMAGES, TWO_IMAGES, 2_000_000_000, 1, 1));
        long before = Runtime.getRuntime().totalMemory();
        refused("idx: file is truncated: IMAGES must hold 2000000000 bytes after its header, has 8");
        assertEquals(true, Runtime.getRuntime().totalMemory() - before < 1_000_000_000L);
    }

    @Test
    void aFileThatIsNotThereIsRefused() throws IOException {
        Files.delete(images);
        refused("idx: no such file: IMAGES");
    }

    @Test
    void mnistIsFoundByItsUsualNamesPlainOrZipped() throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte"), idx(IMAGES, TWO_IMAGES, 2, 2, 2));
        Files.write(folder.resolve("train-labels-idx1-ubyte.gz"), zipped(idx(LABELS, new byte[] {9, 0}, 2)));

        assertArrayEquals(new double[] {9, 0}, Mnist.train(folder).targetNumbers());
        Refused.with(
                DataException.class,
                "mnist: no such file: neither t10k-images-idx3-ubyte.gz nor t10k-images-idx3-ubyte in " + folder,
                () -> Mnist.test(folder));
    }
}
