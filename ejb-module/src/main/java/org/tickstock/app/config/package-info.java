/**
 * Configuration: the only place that reads keys; every other room is given a typed record.
 *
 * <p>Thread: the deployment's, once. Start reading at {@link org.tickstock.app.config.ConfigProducer}.
 */
package org.tickstock.app.config;
