/**
 * Tests of the state of the market over what is stored and what lanes tell.
 */
package org.tickstock.app.state;
