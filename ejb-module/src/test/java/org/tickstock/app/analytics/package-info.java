/** Tests of what is written down of counts and gauges, on a real database. */
package org.tickstock.app.analytics;
