/**
 * REST resources, one per noun, and the one shape of every refusal.
 *
 * <p>Thread: the server's request threads. Source: docs/wire-protocol.md, section 2.
 */
package org.tickstock.web.rest;
