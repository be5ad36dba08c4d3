/**
 * A thousand browsers on one thread: connects WebSockets to a running server, counts and times what they get, and holds
 * it against the log.
 *
 * <p>Start reading at {@code LoadClient}; {@code bench-module/load.sh} starts it all.
 */
package org.tickstock.bench.load;
