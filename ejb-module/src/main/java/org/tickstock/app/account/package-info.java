/**
 * Who may come in: accounts, passwords, lockout and login sessions; and what they arranged for themselves.
 *
 * <p>Thread: any; a request's. Start reading at {@link org.tickstock.app.account.AuthenticationService}.
 */
package org.tickstock.app.account;
