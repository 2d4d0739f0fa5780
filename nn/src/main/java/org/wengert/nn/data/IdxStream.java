package org.wengert.nn.data;

import java.io.IOException;
import java.nio.file.Path;

/** The items of one IDX file of unsigned bytes, plain or gzipped, one after another. */
final class IdxStream implements AutoCloseable {
    private static final String LIMIT = "an item have at most " + IdxHeader.MOST_BYTES + " bytes";

    private final IdxHeader header;
    private final int itemBytes;
    private int read;

    private IdxStream(IdxHeader header) {
        this.header = header;
        this.itemBytes = header.bytesFrom(1, LIMIT);
    }

    /** Opens a file that must hold items with this many sizes, and reads its header. */
    static IdxStream open(Path file, String content, int axes) {
        try {
            IdxHeader header = IdxHeader.open(file, content, axes);
            try {
                return new IdxStream(header);
            } catch (DataException e) {
                header.in().close();
                throw e;
            }
        } catch (IOException e) {
            throw IdxHeader.refusal(file, e);
        }
    }

    /** Of each axis, the number of items first. */
    int[] sizes() {
        return header.sizes().clone();
    }

    int items() {
        return header.sizes()[0];
    }

    int itemBytes() {
        return itemBytes;
    }

    /** Reads past the first item. The header is not believed: memory grows with what is really there. */
    void skipFirst() {
        try {
            if (header.in().readNBytes(itemBytes).length < itemBytes) {
                throw header.truncated(0);
            }
            read++;
        } catch (IOException e) {
            throw IdxHeader.refusal(header.file(), e);
        }
    }

    /** Reads the next item into an array of its size; false if there is none, and then the file must end. */
    boolean next(byte[] item) {
        try {
            if (read == items()) {
                if (header.in().read() >= 0) {
                    throw new DataException("idx: file goes on after its end: " + header.file() + " must hold "
                            + items() + " items, has more");
                }
                return false;
            }
            if (header.in().readNBytes(item, 0, itemBytes) < itemBytes) {
                throw header.truncated(read);
            }
            read++;
            return true;
        } catch (IOException e) {
            throw IdxHeader.refusal(header.file(), e);
        }
    }

    @Override
    public void close() {
        try {
            header.in().close();
        } catch (IOException e) {
            throw IdxHeader.refusal(header.file(), e);
        }
    }
}
