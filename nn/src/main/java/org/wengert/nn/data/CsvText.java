package org.wengert.nn.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The characters of a CSV file, without its byte order mark and with a line of our own at the end. */
final class CsvText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * FastCSV closes an open quote at the end of a file, and all rows that the field has swallowed are lost. This line
     * comes out as a record of its own where no quote is open, and as the end of that field where one is.
     */
    private static final byte[] END = {'\n', '"'};

    private static final int CHUNK = 1 << 13;

    private CsvText() {}

    /** Opens a file whose bytes must be UTF-8. NOTE: FastCSV 4.1.0 would garble a mark in a file of less than four bytes. */
    static BufferedReader open(Path file) throws IOException {
        InputStream bytes = new SequenceInputStream(Files.newInputStream(file), new ByteArrayInputStream(END));
        BufferedReader text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
        try {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            return text;
        } catch (IOException e) {
            text.close();
            throw e;
        }
    }

    /** Whether the last record is the line at the end, and so every quote before it was closed. */
    static boolean isEnd(CsvRecord last) {
        return last.getFieldCount() == 1 && last.getField(0).isEmpty();
    }

    /** The line, counted from 1, of the first bytes that are no UTF-8. */
    static long lineOfNoText(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        CharBuffer chars = CharBuffer.allocate(CHUNK);
        long line = 1;
        try (ReadableByteChannel in = Files.newByteChannel(file)) {
            boolean ended;
            do {
                ended = in.read(bytes) < 0;
                boolean isText = !decoder.decode(bytes.flip(), chars, ended).isError();
                line += chars.flip().chars().filter(c -> c == '\n').count();
                ended |= !isText;
                bytes.compact();
                chars.clear();
            } while (!ended);
        }
        return line;
    }
}
