/**
 * The one shape of every refusal on the wire: problem details of RFC 9457.
 */
package org.tickstock.web.problem;
