package org.wengert.nn.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Numbers to a stream, little-endian, in row-major order; not through a channel, which would fail in a thread that has been
 * interrupted: Ctrl-C must not spoil what it saves.
 */
final class NumberWriter {
    private static final int CHUNK = 1 << 13;

    private NumberWriter() {}

    static void write(OutputStream to, Tensor tensor) throws IOException {
        byte[] chunk = new byte[CHUNK];
        ByteBuffer bytes = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < tensor.size(); i++) {
            if (tensor.isSingle()) {
                bytes.putFloat((float) tensor.at(i));
            } else {
                bytes.putDouble(tensor.at(i));
            }
            if (!bytes.hasRemaining()) {
                to.write(chunk);
                bytes.clear();
            }
        }
        to.write(chunk, 0, bytes.position());
    }
}
