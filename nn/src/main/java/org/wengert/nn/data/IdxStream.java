package org.wengert.nn.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** The items of one IDX file of unsigned bytes, plain or gzipped, one after another; {@link IdxFile} says what is in it. */
final class IdxStream implements AutoCloseable {
    private static final int UNSIGNED_BYTES = 0x0800;
    private static final int GZIP_MAGIC = 0x1F8B;
    private static final int BUFFER = 1 << 16;
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    private final Path file;
    private final InputStream in;
    private final int[] sizes;
    private final int itemBytes;
    private int read;

    private IdxStream(Path file, InputStream in, String content, int axes) throws IOException {
        this.file = file;
        this.in = in;
        int magic = integer();
        if (magic != UNSIGNED_BYTES + axes) {
            throw new DataException("idx: wrong magic number: " + file + " begins with " + magic + ", " + content
                    + " begin with " + (UNSIGNED_BYTES + axes));
        }
        sizes = new int[axes];
        long bytes = 1;
        for (int axis = 0; axis < axes; axis++) {
            sizes[axis] = integer();
        }
        for (int axis = 0; axis < axes; axis++) {
            bytes *= axis == 0 ? 1 : sizes[axis];
            if (sizes[axis] < 1 || bytes > MOST_BYTES) {
                throw new DataException("idx: sizes cannot be: " + file + " claims to hold " + Arrays.toString(sizes)
                        + "; each must be at least 1 and an item have at most " + MOST_BYTES + " bytes");
            }
        }
        itemBytes = (int) bytes;
    }

    /** Opens a file that must hold items with this many sizes, and reads its header. */
    static IdxStream open(Path file, String content, int axes) {
        try {
            InputStream in = unzipped(new BufferedInputStream(Files.newInputStream(file), BUFFER));
            try {
                return new IdxStream(file, in, content, axes);
            } catch (IOException | RuntimeException e) {
                in.close();
                throw e;
            }
        } catch (IOException e) {
            throw refusal(file, e);
        }
    }

    private static InputStream unzipped(InputStream in) throws IOException {
        try {
            in.mark(2);
            int start = in.read() << 8 | in.read();
            in.reset();
            return start == GZIP_MAGIC ? new GZIPInputStream(in, BUFFER) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private int integer() throws IOException {
        byte[] four = in.readNBytes(Integer.BYTES);
        if (four.length < Integer.BYTES) {
            throw new DataException("idx: file is truncated: " + file + " ends within its header");
        }
        return ByteBuffer.wrap(four).getInt();
    }

    /** Of each axis, the number of items first. */
    int[] sizes() {
        return sizes.clone();
    }

    int items() {
        return sizes[0];
    }

    int itemBytes() {
        return itemBytes;
    }

    /** Reads the next item into an array of its size; false if there is none, and then the file must end. */
    boolean next(byte[] item) {
        try {
            if (read == items()) {
                if (in.read() >= 0) {
                    throw new DataException(
                            "idx: file goes on after its end: " + file + " must hold " + items() + " items, has more");
                }
                return false;
            }
            if (in.readNBytes(item, 0, itemBytes) < itemBytes) {
                throw new DataException("idx: file is truncated: " + file + " must hold " + items()
                        + " items, ends within item " + read);
            }
            read++;
            return true;
        } catch (IOException e) {
            throw refusal(file, e);
        }
    }

    private static DataException refusal(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new DataException("idx: no such file: " + file, e);
        }
        return e instanceof EOFException
                ? new DataException("idx: file is truncated: " + file + " ends within its compressed data", e)
                : new DataException("idx: cannot read " + file + ": " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw refusal(file, e);
        }
    }
}
