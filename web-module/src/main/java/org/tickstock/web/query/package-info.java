/**
 * Reads what stands behind the question mark, the same way for every resource.
 *
 * <p>Start reading at {@link org.tickstock.web.query.QueryValues}.
 */
package org.tickstock.web.query;
