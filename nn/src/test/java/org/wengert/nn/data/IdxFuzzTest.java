package org.wengert.nn.data;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wengert.tck.CheckSize;
import org.wengert.tck.Mutations;

/** Damaged IDX files: each is refused by name, or read byte by byte as it says. */
class IdxFuzzTest {
    /** What is damaged. */
    enum Form {
        PLAIN,
        ZIPPED,
        DAMAGED_BEFORE_ZIPPING
    }

    private static final int CLASSES = 3;
    private static final byte[] IMAGES = bytes(2051, new byte[] {0, 9, -1, 51, 102, 1, 2, 3, 4, 5, 6, 7}, 3, 2, 2);
    private static final byte[] LABELS = bytes(2049, new byte[] {2, 0, 1}, 3);

    @TempDir
    Path folder;

    private static byte[] bytes(int magic, byte[] content, int... sizes) {
        ByteBuffer bytes =
                ByteBuffer.allocate(4 + 4 * sizes.length + content.length).putInt(magic);
        Arrays.stream(sizes).forEach(bytes::putInt);
        return bytes.put(content).array();
    }

    /** NOTE: the time only ends a test that hangs. */
    @ParameterizedTest
    @EnumSource
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aDamagedFileIsReadRightOrRefusedByName(Form form) throws IOException {
        Path images = folder.resolve("images");
        Path labels = folder.resolve("labels");
        Pattern refusal = Pattern.compile("idx: .*" + Pattern.quote(folder.toString()) + "[/\\\\](images|labels)\\b.*");
        int cases = CheckSize.of(100, 3400);
        int read = 0;
        for (int seed = 0; seed < cases; seed++) {
            Mutations mutations = new Mutations(seed);
            int which = mutations.choose(8);
            byte[] first = damaged(form, IMAGES, which > 2, mutations);
            byte[] second = damaged(form, LABELS, which < 4, mutations);
            Files.write(images, first);
            Files.write(labels, second);
            Optional<String> expected = expected(first, second);
            int length = first.length + second.length;
            String name = form + ", seed " + seed;
            FuzzCase whole = new FuzzCase(name, () -> words(IdxData.read(images, labels, CLASSES)), refusal);
            FuzzCase streamed = new FuzzCase(name + ", streamed", () -> streamed(images, labels), refusal);
            read += whole.check(expected, length) ? 1 : 0;
            streamed.check(expected, length);
        }
        int right = read;
        assertTrue(right > 0 && right < cases / 2, () -> right + " of " + cases + " were read");
    }

    private static byte[] damaged(Form form, byte[] valid, boolean damage, Mutations mutations) throws IOException {
        byte[] bytes = damage && form == Form.DAMAGED_BEFORE_ZIPPING ? mutations.damaged(valid) : valid;
        byte[] file = form == Form.PLAIN ? bytes : zipped(bytes);
        return damage && form != Form.DAMAGED_BEFORE_ZIPPING ? mutations.damaged(file) : file;
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(file)) {
            out.write(bytes);
        }
        return file.toByteArray();
    }

    private static String streamed(Path images, Path labels) {
        try (BatchIterator batches = IdxSource.of(images, labels, CLASSES).batches(4, 0)) {
            String words = words(batches.next().samples());
            assertFalse(batches.hasNext());
            return words;
        }
    }

    private static String words(DataSet data) {
        StringBuilder words = new StringBuilder().append(data.featureNames()).append('\n');
        for (int i = 0; i < data.size(); i++) {
            words.append(Arrays.toString(data.row(i)))
                    .append(" -> ")
                    .append(data.classOf(i))
                    .append('\n');
        }
        return words.toString();
    }

    private static Optional<String> expected(byte[] images, byte[] labels) {
        Optional<ByteBuffer> pictures = unzipped(images).flatMap(bytes -> content(bytes, 3));
        Optional<ByteBuffer> names = unzipped(labels).flatMap(bytes -> content(bytes, 1));
        if (pictures.isEmpty() || names.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(pictures.get().array());
        int items = header.getInt(4);
        int rows = header.getInt(8);
        int columns = header.getInt(12);
        StringBuilder words = new StringBuilder().append(names(rows, columns)).append('\n');
        for (int i = 0; i < items; i++) {
            double[] row = new double[rows * columns];
            for (int j = 0; j < row.length; j++) {
                row[j] = (pictures.get().get() & 0xFF) / 255.0;
            }
            int label = names.get().hasRemaining() ? names.get().get() & 0xFF : CLASSES;
            if (label >= CLASSES) {
                return Optional.empty();
            }
            words.append(Arrays.toString(row)).append(" -> ").append(label).append('\n');
        }
        return names.get().hasRemaining() ? Optional.empty() : Optional.of(words.toString());
    }

    private static String names(int rows, int columns) {
        StringBuilder names = new StringBuilder("[");
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                names.append(r + c == 0 ? "" : ", ")
                        .append('r')
                        .append(r)
                        .append('c')
                        .append(c);
            }
        }
        return names.append(']').toString();
    }

    private static Optional<byte[]> unzipped(byte[] file) {
        if (file.length < 2 || file[0] != 0x1F || file[1] != (byte) 0x8B) {
            return Optional.of(file);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return Optional.of(in.readAllBytes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What follows the header, if that is right and gives exactly this length. */
    private static Optional<ByteBuffer> content(byte[] file, int axes) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        if (file.length < 4 + 4 * axes || bytes.getInt() != 2048 + axes) {
            return Optional.empty();
        }
        double length = 1;
        for (int axis = 0; axis < axes; axis++) {
            int size = bytes.getInt();
            length *= size < 1 ? Double.NaN : size;
        }
        return length == bytes.remaining() ? Optional.of(bytes) : Optional.empty();
    }
}
