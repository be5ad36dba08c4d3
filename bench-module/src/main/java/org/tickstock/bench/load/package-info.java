/**
 * A thousand browsers on one thread: connects WebSockets to a running server, counts and times what they get, and holds
 * it against the log.
 *
 * <p>Start reading at {@code LoadClient}; {@code bench-module/load.sh} starts it all.
 * Beside it {@code RestLoad}, started by {@code bench-module/rest.sh}, times REST answers, a thread for each client.
 */
package org.tickstock.bench.load;
