/**
 * The engine floor: all market logic in plain Java, testable without a server. Start reading at {@code Pipeline}.
 */
package org.tickstock.engine;
