package org.wengert.nn.io;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A file written out by hand, byte by byte, little-endian. */
final class FileBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** A safetensors file: the length of the header, the header, and then whatever is added. */
    static FileBytes safetensors(String header) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return new FileBytes().longs(text.length).raw(text);
    }

    FileBytes raw(byte... all) {
        bytes.writeBytes(all);
        return this;
    }

    FileBytes raw(int... all) {
        for (int one : all) {
            bytes.write(one);
        }
        return this;
    }

    FileBytes text(String text) {
        return raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    FileBytes longs(long... all) {
        ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES * all.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long one : all) {
            buffer.putLong(one);
        }
        return raw(buffer.array());
    }

    FileBytes doubles(double... all) {
        ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES * all.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double one : all) {
            buffer.putDouble(one);
        }
        return raw(buffer.array());
    }

    FileBytes floats(float... all) {
        ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * all.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float one : all) {
            buffer.putFloat(one);
        }
        return raw(buffer.array());
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
