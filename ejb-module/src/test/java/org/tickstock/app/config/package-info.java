/**
 * Tests of configuration: what is read, refused and written down.
 */
package org.tickstock.app.config;
