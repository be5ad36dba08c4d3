package org.tickstock.app.config;

import java.util.List;

/**
 * Ends the start because configuration values break their rules; names every one of them.
 */
public class InvalidConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidConfigurationException(List<String> faults) {
        super("configuration is not valid: " + String.join("; ", faults));
    }
}
