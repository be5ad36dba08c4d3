/**
 * REST resources, one per noun, signing in included.
 *
 * <p>Thread: the server's request threads. Source: docs/wire-protocol.md, section 2.
 */
package org.tickstock.web.rest;
