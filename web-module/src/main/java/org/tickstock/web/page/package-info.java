/**
 * How pages leave the server: what browsers may do with them, what they may keep, and what is said where there is none.
 *
 * <p>Thread: the server's request threads.
 */
package org.tickstock.web.page;
