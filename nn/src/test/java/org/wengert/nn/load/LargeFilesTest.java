package org.wengert.nn.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.tck.ChildJvm;

/** Files that are small on the disk, or not, and large in memory. */
class LargeFilesTest {
    private static final int CHUNK = 1 << 20;

    @TempDir
    Path folder;

    private Path images;
    private Path labels;
    private Path csv;

    @BeforeEach
    void nameFiles() {
        images = folder.resolve("images");
        labels = folder.resolve("labels");
        csv = folder.resolve("data.csv");
    }

    /** A zipped file that holds nothing but zeros: a thousandth of what it promises, and keeps. */
    private static void write(Path file, int magic, int... sizes) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(4 + 4 * sizes.length).putInt(magic);
        long length = 1;
        for (int size : sizes) {
            header.putInt(size);
            length *= size;
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), CHUNK)) {
            out.write(header.array());
            for (long left = length; left > 0; left -= CHUNK) {
                out.write(new byte[(int) Math.min(left, CHUNK)]);
            }
        }
    }

    private static List<String> read(int megabytes, Path... files) throws Exception {
        List<String> names = List.of(files).stream().map(Path::toString).toList();
        return ChildJvm.run(ReadFile.class, names, "-Xmx" + megabytes + "m");
    }

    @Test
    void aZippedFileThatIsLargerThanMemoryIsRefused() throws Exception {
        write(images, 2051, 100, 1024, 1024);
        write(labels, 2049, 100);

        assertEquals(
                List.of("refused idx: no room: " + images
                        + " does not fit into a heap of 64 MB; give java more memory with -Xmx"),
                read(64, images, labels));
    }

    @Test
    void imagesThatFitWhileWhatIsMadeOfThemDoesNotAreRefused() throws Exception {
        write(images, 2051, 12 << 20, 1, 1);
        write(labels, 2049, 12 << 20);

        assertEquals(
                List.of("refused idx: no room: " + images
                        + " does not fit into a heap of 64 MB; give java more memory with -Xmx"),
                read(64, images, labels));
    }

    @Test
    void aLargeImageNeedsNoMemoryForTheNamesOfItsPixels() throws Exception {
        write(images, 2051, 1, 4096, 4096);
        write(labels, 2049, 1);

        assertEquals(List.of("read 1 x " + (1 << 24)), read(64, images, labels));
    }

    @Test
    void aTextThatIsLargerThanMemoryIsRefused() throws Exception {
        Files.writeString(csv, "a,y\n" + "1,2\n".repeat(2 << 20));

        assertEquals(
                List.of("refused csv: no room: " + csv
                        + " does not fit into a heap of 64 MB; give java more memory with -Xmx"),
                read(64, csv));
    }
}
