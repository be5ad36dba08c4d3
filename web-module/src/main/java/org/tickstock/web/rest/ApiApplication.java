package org.tickstock.web.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * Everything below {@code /api}; resources are found by their annotations.
 */
@ApplicationPath("api")
public class ApiApplication extends Application {
}
