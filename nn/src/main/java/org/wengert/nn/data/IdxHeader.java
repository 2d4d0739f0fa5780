package org.wengert.nn.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * The beginning of a file of unsigned bytes in IDX form, plain or gzipped: a magic number (2048 plus how many sizes follow)
 * and the sizes, all big-endian. The bytes follow, row-major.
 *
 * @param in    stands behind the header
 * @param sizes of each axis, the number of items first
 */
record IdxHeader(Path file, InputStream in, int[] sizes) {
    /** As many as an array holds on every JVM. */
    static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    private static final int UNSIGNED_BYTES = 0x0800;
    private static final int GZIP_MAGIC = 0x1F8B;
    private static final int BUFFER = 1 << 16;

    /** Opens a file that must hold items with this many sizes; a file that is refused is closed again. */
    static IdxHeader open(Path file, String content, int axes) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            InputStream in = unzipped(bytes);
            int magic = integer(in, file);
            if (magic != UNSIGNED_BYTES + axes) {
                throw new DataException("idx: wrong magic number: " + file + " begins with " + magic + ", " + content
                        + " begin with " + (UNSIGNED_BYTES + axes));
            }
            int[] sizes = new int[axes];
            for (int axis = 0; axis < axes; axis++) {
                sizes[axis] = integer(in, file);
            }
            return new IdxHeader(file, in, sizes);
        } catch (IOException | RuntimeException | Error e) {
            bytes.close();
            throw e;
        }
    }

    private static InputStream unzipped(InputStream in) throws IOException {
        in.mark(2);
        int start = in.read() << 8 | in.read();
        in.reset();
        return start == GZIP_MAGIC ? new GZIPInputStream(in, BUFFER) : in;
    }

    private static int integer(InputStream in, Path file) throws IOException {
        byte[] four = in.readNBytes(Integer.BYTES);
        if (four.length < Integer.BYTES) {
            throw new DataException("idx: file is truncated: " + file + " ends within its header");
        }
        return ByteBuffer.wrap(four).getInt();
    }

    /**
     * How many bytes there are along the axes from this one on.
     *
     * @param limit as messages have it
     * @throws DataException if that is more than an array holds, or an axis, be it one before, has no size
     */
    int bytesFrom(int axis, String limit) {
        long bytes = 1;
        for (int i = 0; i < sizes.length; i++) {
            bytes *= i < axis ? 1 : sizes[i];
            if (sizes[i] < 1 || bytes > MOST_BYTES) {
                throw new DataException("idx: sizes cannot be: " + file + " claims to hold " + Arrays.toString(sizes)
                        + "; each must be at least 1 and " + limit);
            }
        }
        return (int) bytes;
    }

    DataException truncated(int item) {
        return new DataException(
                "idx: file is truncated: " + file + " must hold " + sizes[0] + " items, ends within item " + item);
    }

    static DataException refusal(Path file, IOException e) {
        return e instanceof EOFException
                ? new DataException("idx: file is truncated: " + file + " ends within its compressed data", e)
                : DataException.unreadable("idx", file, e);
    }
}
