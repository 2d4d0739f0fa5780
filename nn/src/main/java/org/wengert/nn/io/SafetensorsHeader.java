package org.wengert.nn.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.wengert.Shape;
import org.wengert.error.Excerpt;

/**
 * What a safetensors file says of its tensors.
 *
 * @param entries  in the order of the header
 * @param metadata texts by name, in the order of the header
 */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {
    /** The one name that no tensor may have. */
    static final String METADATA = "__metadata__";

    /**
     * A tensor and where its numbers lie.
     *
     * @param begin in bytes after the header
     * @param end   the first byte that is not the tensor's
     */
    record Entry(String name, StoredType type, Shape shape, long begin, long end) {
        String shown() {
            return "'" + Excerpt.of(name) + "'";
        }
    }

    /** The entries in the order in which their numbers lie. */
    List<Entry> inPlace() {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        return sorted;
    }

    /**
     * Refuses tensors that overlap, leave holes, or do not take as many bytes as their shape needs.
     *
     * @param length of everything after the header
     */
    void check(Path file, long length) {
        long at = 0;
        String before = "the start";
        for (Entry entry : inPlace()) {
            if (entry.begin() < at) {
                throw new FileException("safetensors: tensors overlap: " + entry.shown() + " in " + file
                        + " begins at byte " + entry.begin() + ", " + before + " ends at " + at);
            }
            if (entry.begin() > at) {
                throw new FileException("safetensors: bytes belong to no tensor: in " + file + " " + before
                        + " ends at byte " + at + ", " + entry.shown() + " begins at " + entry.begin());
            }
            long needed = (long) entry.shape().size() * entry.type().bytes();
            if (entry.end() - entry.begin() != needed) {
                throw new FileException("safetensors: shape and size differ: " + entry.shown() + " in " + file
                        + " of shape " + Excerpt.of(entry.shape().toString()) + " needs " + needed + " bytes as "
                        + entry.type().safetensors() + ", has " + (entry.end() - entry.begin()));
            }
            at = entry.end();
            before = entry.shown();
        }
        if (at != length) {
            throw new FileException("safetensors: file "
                    + (at > length ? "is truncated: " : "goes on after its end: ") + file + " must hold " + at
                    + " bytes after its header, has " + length);
        }
    }
}
