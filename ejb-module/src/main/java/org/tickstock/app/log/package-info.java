/**
 * How much is logged, by domain, while the server runs.
 *
 * <p>Start reading at {@link org.tickstock.app.log.LogDomain}.
 */
package org.tickstock.app.log;
