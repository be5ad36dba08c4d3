/**
 * What users subscribed to.
 *
 * <p>Thread: any. Start reading at {@link org.tickstock.app.subscription.Subscription}.
 */
package org.tickstock.app.subscription;
