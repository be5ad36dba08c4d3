package org.tickstock.web.emit;

import org.tickstock.app.account.SignedIn;

/**
 * On whose behalf a connection is open.
 *
 * @param user who signed in
 * @param token of the login session
 */
record Login(SignedIn user, String token) {
}
