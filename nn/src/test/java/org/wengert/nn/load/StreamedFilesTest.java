package org.wengert.nn.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.tck.ChildJvm;

/** Files that are larger than the memory of the process that learns from them. */
class StreamedFilesTest {
    private static final int HEAP = 24 << 20;

    @TempDir
    Path folder;

    private static List<String> stream(Path... files) throws Exception {
        List<String> names = Stream.of(files).map(Path::toString).toList();
        return ChildJvm.run(StreamFile.class, names, "-Xmx" + (HEAP >> 20) + "m");
    }

    @Test
    void aTableLargerThanMemoryIsLearnedFrom() throws Exception {
        Path file = folder.resolve("data.csv");
        int rows = 1_000_000;
        try (BufferedWriter text = Files.newBufferedWriter(file)) {
            text.write("x,colour,y\n");
            for (int i = 0; i < rows; i++) {
                text.write(i + (i % 2 == 0 ? ".000000000000000,red," : ".000000000000000,blue,") + i % 7 + "\n");
            }
        }
        assertTrue(Files.size(file) > HEAP);

        double inputs = rows * (rows - 1.0) / 2;
        assertEquals(List.of(rows + " samples, " + inputs + ", " + sumOfRemainders(rows)), stream(file));
    }

    /** Of 0 to n - 1, divided by 7. */
    private static double sumOfRemainders(int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += i % 7;
        }
        return sum;
    }

    @Test
    void imagesLargerThanMemoryAreLearnedFrom() throws Exception {
        Path images = folder.resolve("images");
        Path labels = folder.resolve("labels");
        int items = 32 << 10;
        write(images, (byte) 255, 2051, items, 32, 32);
        write(labels, (byte) 1, 2049, items);

        assertEquals(List.of(items + " samples, " + (double) items + ", " + (double) items), stream(images, labels));
    }

    /** A header may claim what no heap holds. */
    @Test
    void batchesThatAreLargerThanMemoryAreRefused() throws Exception {
        Path images = folder.resolve("images");
        Path labels = folder.resolve("labels");
        write(images, (byte) 255, 2051, 2, 1024, 1024);
        write(labels, (byte) 1, 2049, 2);

        assertEquals(
                List.of(
                        "refused batches: no room: batches of 64 samples, shuffled by seed 1 within 1000 samples, of 1048576"
                                + " inputs each, do not fit into a heap of 24 MB; take fewer at a time, or give java more memory with"
                                + " -Xmx"),
                stream(images, labels));
    }

    /** A zipped file of one byte again and again. */
    private static void write(Path file, byte value, int magic, int... sizes) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(4 + 4 * sizes.length).putInt(magic);
        long length = 1;
        for (int size : sizes) {
            header.putInt(size);
            length *= size;
        }
        byte[] chunk = new byte[1 << 10];
        Arrays.fill(chunk, value);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(header.array());
            for (long left = length; left > 0; left -= chunk.length) {
                out.write(chunk, 0, (int) Math.min(left, chunk.length));
            }
        }
    }
}
