package org.wengert.nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.nn.Refused;

class StreamedSourceTest {
    private static final int ROWS = 50;

    @TempDir
    Path folder;

    private Path csv;
    private Path images;
    private Path labels;
    private Preprocessing fitted;

    @BeforeEach
    void writeFiles() throws IOException {
        csv = folder.resolve("data.csv");
        images = folder.resolve("images");
        labels = folder.resolve("labels");
        Files.writeString(csv, "x,colour,y\n" + rows(ROWS));
        fitted = Preprocessing.fit(
                CsvTable.of(csv).read(),
                Preparation.of("y").missing(Missing.DROP).scaling(Scaling.MIN_MAX));
        byte[] pixels = new byte[ROWS * 4];
        byte[] classes = new byte[ROWS];
        for (int i = 0; i < ROWS; i++) {
            classes[i] = (byte) (i % 3);
            Arrays.fill(pixels, 4 * i, 4 * i + 4, (byte) (5 * i));
        }
        Files.write(images, idx(2051, pixels, ROWS, 2, 2));
        Files.write(labels, idx(2049, classes, ROWS));
    }

    /** Every tenth has a gap. */
    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> (i % 10 == 7 ? "?" : i) + "," + (i % 4 == 0 ? "red" : "blue") + "," + i * i + "\n")
                .collect(Collectors.joining());
    }

    private static byte[] idx(int magic, byte[] content, int... sizes) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * sizes.length + content.length);
        bytes.putInt(magic);
        Arrays.stream(sizes).forEach(bytes::putInt);
        return bytes.put(content).array();
    }

    private IdxSource idxSource() {
        return IdxSource.of(images, labels, 3);
    }

    private static List<String> pass(BatchSource source, long epoch) {
        return Passes.samples(source.batches(8, epoch));
    }

    private static List<String> sorted(List<String> samples) {
        return samples.stream().sorted().toList();
    }

    private void refused(String message, Runnable call) {
        String text = message.replace("FILE", csv.toString())
                .replace("IMAGES", images.toString())
                .replace("LABELS", labels.toString());
        Refused.with(DataException.class, text, call::run);
    }

    @Test
    void aStreamedTableIsTheTable() {
        BatchSource memory = BatchSource.of(fitted.apply(CsvTable.of(csv).read()));
        CsvSource streamed = CsvSource.of(csv, fitted);

        assertEquals(pass(memory, 0), pass(streamed, 0));
        assertEquals(List.of(8, 8, 8, 8, 8, 5), Passes.sizes(streamed.batches(8, 0)));
        assertEquals(memory.width(), streamed.width());
        assertEquals(memory.outputs(), streamed.outputs());
        assertEquals(memory.kind(), streamed.kind());
        assertEquals(memory.classNames(), streamed.classNames());
        assertEquals(OptionalLong.empty(), streamed.size());
    }

    @Test
    void classesOfAStreamedTableAreThoseOfThePreprocessing() {
        Preprocessing colours = Preprocessing.fit(
                CsvTable.of(csv).read(), Preparation.of("colour").missing(Missing.DROP));
        CsvSource streamed = CsvSource.of(csv, colours);
        assertEquals(List.of("blue", "red"), streamed.classNames());
        assertEquals(2, streamed.outputs());
        assertEquals(pass(BatchSource.of(colours.apply(CsvTable.of(csv).read())), 0), pass(streamed, 0));
    }

    @Test
    void aTableWithoutAHeaderIsStreamedByTheNumbersOfItsColumns() throws IOException {
        Files.writeString(csv, rows(20));
        Table table = CsvTable.of(csv).headerless().read();
        Preprocessing numbered = Preprocessing.fit(table, Preparation.of("2").missing(Missing.FILL));
        assertEquals(
                pass(BatchSource.of(numbered.apply(table)), 0),
                pass(CsvSource.of(csv, numbered).headerless(), 0));
    }

    @Test
    void streamedImagesAreTheImages() {
        BatchSource memory = BatchSource.of(IdxData.read(images, labels, 3));
        IdxSource streamed = idxSource();

        assertEquals(pass(memory, 0), pass(streamed, 0));
        assertEquals(memory.width(), streamed.width());
        assertEquals(memory.outputs(), streamed.outputs());
        assertEquals(memory.kind(), streamed.kind());
        assertEquals(memory.classNames(), streamed.classNames());
        assertEquals(memory.size(), streamed.size());
    }

    @Test
    void aShuffledPassHoldsEverySampleOnceInAnOrderOfSeedAndEpoch() {
        for (int buffer : new int[] {2, 10, 45, 1000}) {
            assertShuffled(
                    CsvSource.of(csv, fitted), seed -> CsvSource.of(csv, fitted).shuffled(seed, buffer));
            assertShuffled(idxSource(), seed -> idxSource().shuffled(seed, buffer));
        }
    }

    private static void assertShuffled(BatchSource plain, LongFunction<BatchSource> shuffled) {
        List<String> third = pass(shuffled.apply(1), 3);
        assertEquals(sorted(pass(plain, 0)), sorted(third));
        assertNotEquals(pass(plain, 0), third);
        assertEquals(third, pass(shuffled.apply(1), 3));
        assertNotEquals(third, pass(shuffled.apply(1), 4));
        assertNotEquals(third, pass(shuffled.apply(2), 3));
    }

    @Test
    void aSampleComesNoEarlierThanItsBufferAllows() {
        int buffer = 5;
        List<String> plain = pass(idxSource(), 0);
        List<String> shuffled = pass(idxSource().shuffled(1, buffer), 0);
        for (int i = 0; i < ROWS; i++) {
            assertTrue(plain.indexOf(shuffled.get(i)) < i + buffer);
        }
    }

    /** The first of three samples from a buffer of all three: each a third of the times. */
    @Test
    void aBufferOfTheWholeFileDrawsEachSampleAsOften() throws IOException {
        Files.writeString(csv, "x,y\n0,0\n1,1\n2,2\n");
        Preprocessing plain = Preprocessing.fit(CsvTable.of(csv).read(), Preparation.of("y"));
        int[][] counts = new int[3][3];
        for (int seed = 0; seed < 900; seed++) {
            BatchIterator batches = CsvSource.of(csv, plain).shuffled(seed, 3).batches(3, 0);
            double[] order = batches.next().samples().targetNumbers();
            for (int i = 0; i < 3; i++) {
                counts[i][(int) order[i]]++;
            }
        }
        // Five standard deviations of a binomial count: sqrt(900 / 3 * 2 / 3) = 14.
        for (int[] row : counts) {
            assertTrue(Arrays.stream(row).allMatch(count -> Math.abs(count - 300) < 70), Arrays.deepToString(counts));
        }
    }

    @Test
    void whatIsWrongWithARowIsSaidWhenItComes() throws IOException {
        Files.writeString(csv, "x,colour,y\n" + rows(40) + "1,mauve,3\n");
        BatchIterator batches = CsvSource.of(csv, fitted).batches(8, 0);
        for (int i = 0; i < 4; i++) {
            batches.next();
        }
        refused(
                "preprocessing: unknown category: 'mauve' in FILE, line 42, column 'colour': known are blue, red",
                batches::next);
        assertFalse(batches.hasNext());

        Files.writeString(csv, "x,colour,y\n1,red,wide\n");
        refused("table: not a number: 'wide' in FILE, line 2, column 'y'", () -> pass(CsvSource.of(csv, fitted), 0));
        Files.writeString(csv, "x,colour,y\n?,red,1\n");
        refused(
                "csv: no data: FILE has no row, or none without a missing value",
                () -> pass(CsvSource.of(csv, fitted), 0));
        Files.writeString(csv, "x,y\n1,2\n");
        refused("table: no such column: 'colour' in FILE: columns are x, y", () -> pass(CsvSource.of(csv, fitted), 0));
        Files.delete(csv);
        refused("csv: no such file: FILE", () -> CsvSource.of(csv, fitted).batches(8, 0));
    }

    @Test
    void imagesThatCannotBeStreamedAreRefused() throws IOException {
        Files.write(labels, idx(2049, new byte[] {0, 1, 9}, ROWS));
        refused("idx: label out of range: item 2 of LABELS is 9, classes are 0 to 2", () -> pass(idxSource(), 0));
        Files.write(labels, idx(2049, new byte[] {0, 1}, ROWS));
        refused("idx: file is truncated: LABELS must hold 50 items, ends within item 2", () -> pass(idxSource(), 0));
        Files.write(labels, idx(2049, new byte[ROWS + 1], ROWS));
        refused("idx: file goes on after its end: LABELS must hold 50 items, has more", () -> pass(idxSource(), 0));
        Files.write(labels, idx(2049, new byte[3], 3));
        refused("idx: images and labels differ in number: IMAGES holds 50, LABELS holds 3", this::idxSource);
        Files.write(labels, idx(2051, new byte[3], 3));
        refused("idx: wrong magic number: LABELS begins with 2051, labels begin with 2049", this::idxSource);
        Files.write(labels, new byte[] {0, 0, 8});
        refused("idx: file is truncated: LABELS ends within its header", this::idxSource);
        Files.write(labels, idx(2049, new byte[0], 0));
        refused(
                "idx: sizes cannot be: LABELS claims to hold [0]; each must be at least 1 and an item have at most"
                        + " 2147483639 bytes",
                this::idxSource);
        Files.delete(labels);
        refused("idx: no such file: LABELS", this::idxSource);
    }

    /** Before anybody makes room for it. */
    @Test
    void anImageThatIsLargerThanItsFileIsRefused() throws IOException {
        Files.write(images, idx(2051, new byte[100], ROWS, 1 << 15, 1 << 15));
        refused("idx: file is truncated: IMAGES must hold " + ROWS + " items, ends within item 0", this::idxSource);
    }

    @Test
    void imagesThatChangeBetweenPassesAreRefused() throws IOException {
        IdxSource source = idxSource();
        Files.write(labels, idx(2049, new byte[3], 3));
        refused(
                "idx: images and labels differ in number: IMAGES and LABELS have changed since their headers were read",
                () -> pass(source, 0));
    }

    @Test
    void buffersAndBatchesOfNothingAreRefused() {
        refused(
                "shuffling: a buffer must hold at least one sample: got size 0",
                () -> idxSource().shuffled(1, 0));
        refused(
                "batches: a batch must hold at least one sample: got size 0",
                () -> idxSource().batches(0, 0));
        refused(
                "batches: a batch must hold at least one sample: got size -1",
                () -> CsvSource.of(csv, fitted).batches(-1, 0));
    }

    /** Linux lists what a process holds open. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void filesAreClosedAtTheEndOnFailureAndWhenAPassIsBrokenOff() throws IOException {
        CsvSource source = CsvSource.of(csv, fitted).shuffled(1, 4);
        BatchIterator broken = source.batches(8, 0);
        broken.next();
        assertEquals(1, openFiles());
        broken.close();
        broken.close();
        assertEquals(0, openFiles());
        assertFalse(broken.hasNext());
        Refused.with(NoSuchElementException.class, "batches: no batch is left", broken::next);

        BatchIterator images = idxSource().batches(8, 0);
        images.next();
        assertEquals(2, openFiles());
        images.forEachRemaining(batch -> {});
        assertEquals(0, openFiles());

        refused(
                "data set: too many numbers: 2147483647 rows of 3",
                () -> source.shuffled(1, Integer.MAX_VALUE).batches(8, 0));
        refused(
                "data set: too many numbers: 2147483647 rows of 4",
                () -> idxSource().batches(Integer.MAX_VALUE, 0));
        assertEquals(0, openFiles());

        Files.writeString(csv, "x,colour,y\n1,red\n");
        refused(
                "csv: row of the wrong length: FILE, line 2 has 2 fields, the first row has 3",
                () -> assertTrue(source.batches(8, 0).hasNext()));
        Files.writeString(csv, "x,y\n1,2\n");
        refused("table: no such column: 'colour' in FILE: columns are x, y", () -> source.batches(8, 0));
        Files.write(labels, new byte[] {0, 0, 8});
        refused("idx: file is truncated: LABELS ends within its header", this::idxSource);
        assertEquals(0, openFiles());
    }

    private long openFiles() throws IOException {
        Path all = Path.of("/proc/self/fd");
        try (var descriptors = Files.list(all)) {
            return descriptors.filter(this::isOurs).count();
        }
    }

    private boolean isOurs(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).startsWith(folder.toRealPath());
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
