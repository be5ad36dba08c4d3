/**
 * Who makes a request: the login cookie, the door in front of {@code /api} and {@code /ws}.
 *
 * <p>Thread: the server's request threads. Start reading at {@link org.tickstock.web.account.LoginFilter}.
 */
package org.tickstock.web.account;
