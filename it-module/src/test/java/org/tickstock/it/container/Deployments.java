package org.tickstock.it.container;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Makes what an in-container test deploys.
 *
 * <p>Thread: stateless.
 */
final class Deployments {

    private static final String DESCRIPTOR = "META-INF/application.xml";
    private static final String TEST_MODULE =
            "<module><web><web-uri>tests.war</web-uri><context-root>/tests</context-root></web></module>";

    private Deployments() {
    }

    /** The EAR as it was built, and beside its modules one with {@code tests}: they inject the application's beans. */
    static EnterpriseArchive application(Class<?>... tests) {
        EnterpriseArchive ear = built();
        String descriptor = text(ear, DESCRIPTOR);
        int firstModule = descriptor.indexOf("<module>");
        ear.delete(DESCRIPTOR);
        ear.setApplicationXML(new StringAsset(
                descriptor.substring(0, firstModule) + TEST_MODULE + descriptor.substring(firstModule)));
        return ear.addAsModule(module(tests));
    }

    /** What the EAR asks of its server, without its modules, and one with {@code tests}. */
    static EnterpriseArchive resources(Class<?>... tests) {
        String descriptor = text(built(), DESCRIPTOR);
        EnterpriseArchive ear = ShrinkWrap.create(EnterpriseArchive.class, "resources.ear");
        ear.setApplicationXML(new StringAsset(descriptor.substring(0, descriptor.indexOf("<module>")) + TEST_MODULE
                + descriptor.substring(descriptor.lastIndexOf("</module>") + "</module>".length())));
        return ear.addAsModule(module(tests));
    }

    private static EnterpriseArchive built() {
        return ShrinkWrap.create(ZipImporter.class, "tickstock.ear")
                .importFrom(new File("../ear-module/target/tickstock.ear"))
                .as(EnterpriseArchive.class);
    }

    private static WebArchive module(Class<?>... tests) {
        WebArchive module = ShrinkWrap.create(WebArchive.class, "tests.war")
                .addClasses(tests)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        return Testable.archiveToTest(module);
    }

    private static String text(EnterpriseArchive ear, String path) {
        try (InputStream bytes = ear.get(path).getAsset().openStream()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
