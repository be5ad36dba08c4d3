/**
 * Requests and their ids in the log.
 *
 * <p>Thread: the server's request threads.
 */
package org.tickstock.web.log;
