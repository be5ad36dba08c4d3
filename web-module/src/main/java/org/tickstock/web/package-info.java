/**
 * The web floor: the wire. WebSocket, REST, login; the dashboard lies in {@code webapp}.
 */
package org.tickstock.web;
