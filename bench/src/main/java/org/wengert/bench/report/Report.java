package org.wengert.bench.report;

/** What is told of a run. */
public interface Report {
    /** All of it as a page that needs no other file, to be written as UTF-8. */
    String html();

    /** The charts alone as a picture, to be written as UTF-8. */
    String svg();
}
