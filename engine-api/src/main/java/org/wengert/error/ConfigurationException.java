package org.wengert.error;

/** A setting that does not exist, a value it does not take, or an engine that cannot honour it. */
public final class ConfigurationException extends WengertException {
    private static final long serialVersionUID = 1L;

    /** An error with its whole text. */
    public ConfigurationException(String message) {
        super(message);
    }

    /** An error with its whole text and what brought it about. */
    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
