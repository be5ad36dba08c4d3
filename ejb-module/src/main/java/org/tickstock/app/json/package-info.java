/**
 * How JSON is made wherever it is made.
 *
 * <p>Thread: any. Start reading at {@link org.tickstock.app.json.JsonFactory}.
 */
package org.tickstock.app.json;
