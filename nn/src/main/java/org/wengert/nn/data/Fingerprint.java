package org.wengert.nn.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A checksum by which data are known again: the first 16 digits of a SHA-256. */
final class Fingerprint {
    private static final int DIGITS = 16;
    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Adds numbers by their bits. */
    Fingerprint add(double... numbers) {
        for (double number : numbers) {
            if (buffer.remaining() < Double.BYTES) {
                flush();
            }
            buffer.putDouble(number);
        }
        return this;
    }

    Fingerprint add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        flush();
        digest.update(bytes);
        return this;
    }

    /** Adds inputs and targets as they are, scaled if they are scaled; not their names, from which nothing is learnt. */
    Fingerprint add(DataSet data) {
        add(data.kind().name()).add(data.size(), data.width(), data.outputs());
        for (int i = 0; i < data.size(); i++) {
            add(data.row(i)).add(data.target(i));
        }
        return this;
    }

    /** Adds all that a row of a table goes through. */
    Fingerprint add(Preprocessing steps) {
        Target target = steps.target();
        add(steps.columns() + " " + steps.missing() + " " + steps.unknown());
        add(target.names() + " " + target.kind() + " " + target.classNames());
        return add(steps.scaler()).add(target.scaler());
    }

    private Fingerprint add(Optional<Scaler> scaler) {
        add(scaler.map(Scaler::name).orElse("none"));
        if (scaler.isEmpty()) {
            return this;
        }
        if (scaler.get() instanceof Standardizer standardizer) {
            return add(standardizer.means()).add(standardizer.deviations());
        }
        MinMax range = (MinMax) scaler.get();
        return add(range.minima()).add(range.maxima()).add(range.low(), range.high());
    }

    /**
     * Adds all bytes of a file.
     *
     * @throws DataException if it cannot be read
     */
    Fingerprint add(Path file) {
        flush();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = buffer.array();
            for (int got = in.read(bytes); got >= 0; got = in.read(bytes)) {
                digest.update(bytes, 0, got);
            }
        } catch (IOException e) {
            throw DataException.unreadable("data", file, e);
        }
        return this;
    }

    private void flush() {
        digest.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    /** What came of it; nothing is added after that. */
    String text() {
        flush();
        return "sha256 " + HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }
}
