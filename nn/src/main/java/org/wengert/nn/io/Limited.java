package org.wengert.nn.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends in an error where it gets too long. */
final class Limited extends FilterInputStream {
    private long left;

    /** There was more. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;
    }

    Limited(InputStream in, long limit) {
        super(in);
        left = limit;
    }

    /** How many bytes may still come. */
    long left() {
        return left;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        took(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        int got = in.read(into, at, length);
        took(Math.max(got, 0));
        return got;
    }

    private void took(int bytes) throws Exceeded {
        left -= bytes;
        if (left < 0) {
            throw new Exceeded();
        }
    }
}
