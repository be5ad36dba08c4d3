/**
 * Tests of schema and mapping against a real PostgreSQL, which all tests of this module share.
 */
package org.tickstock.app.database;
