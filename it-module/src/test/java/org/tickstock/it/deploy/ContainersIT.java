package org.tickstock.it.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Dockerfile and Compose file: what linters ask of such files, and that all they name is there. */
class ContainersIT {

    private static final Path FOLDER = DeployFiles.path("deploy");
    private static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+:[A-Za-z0-9_.-]*[0-9][A-Za-z0-9_.-]*");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)[:}]");
    private static final Map<String, Object> COMPOSE = DeployFiles.yaml("deploy/compose.yaml");
    private static final String DOCKERFILE = DeployFiles.text("deploy/Dockerfile");
    /** Made from the Dockerfile, which has its own health check. */
    private static final String BUILT_HERE = "tickstock:local";

    @Test
    void buildsOnPinnedImagesAndEndsUpWithAUserOfItsOwn() {
        List<String> from = instructions("FROM").map(line -> line.split(" ")[0]).toList();

        assertThat(from).hasSize(2).allMatch(image -> PINNED.matcher(image).matches());
        assertThat(from.get(1)).contains("-jre-");
        assertThat(instructions("USER")).last().asString().matches("[1-9][0-9]*:[1-9][0-9]*");
        assertThat(instructions("WORKDIR")).allMatch(folder -> folder.startsWith("/"));
    }

    @Test
    void leavesNothingOfItsBuildBehindAndFetchesNothingByHand() {
        String last = DOCKERFILE.substring(DOCKERFILE.lastIndexOf("\nFROM"));

        assertThat(DOCKERFILE).doesNotContain("apt-get", "curl ", "wget ", "sudo", "ADD ", "chmod 777");
        assertThat(last).contains("COPY --from=build").doesNotContain("COPY . ");
        assertThat(last.indexOf("USER")).isLessThan(last.indexOf("ENTRYPOINT"));
    }

    @Test
    void isAskedForLifeAndStoppedInGoodOrder() {
        assertThat(instructions("HEALTHCHECK")).singleElement().asString().contains("health/live");
        assertThat(instructions("STOPSIGNAL")).containsExactly("SIGTERM");
        assertThat(instructions("ENTRYPOINT")).singleElement().asString().startsWith("[\"");
        assertThat(instructions("EXPOSE")).containsExactly("8080");
    }

    @Test
    void sendsTheBuildNoSecretsAndNoLeftovers() {
        assertThat(DeployFiles.text("deploy/Dockerfile.dockerignore").lines())
                .contains(".git", "**/target", "**/.tickstock", "deploy");
    }

    @ParameterizedTest
    @MethodSource("services")
    void pinsEveryImageAndKeepsEveryServiceWatched(String name, Object service) {
        String image = (String) DeployFiles.at(service, "image");

        assertThat(image.equals(BUILT_HERE) || PINNED.matcher(image).matches()).as(image).isTrue();
        assertThat(DeployFiles.at(service, "restart")).isEqualTo("unless-stopped");
        assertThat(DeployFiles.list(service, "security_opt")).containsExactly("no-new-privileges:true");
        assertThat(image.equals(BUILT_HERE) || service instanceof Map<?, ?> map && map.containsKey("healthcheck"))
                .as("%s has a health check", name).isTrue();
        assertThat(DeployFiles.list(service, "volumes")).allSatisfy(volume -> mounts((String) volume));
        assertThat(DeployFiles.list(service, "networks"))
                .isNotEmpty().isSubsetOf(DeployFiles.map(COMPOSE, "networks").keySet());
    }

    @Test
    void showsTheWorldNothingButNginx() {
        services().forEach(service -> DeployFiles.list(service.get()[1], "ports").forEach(port -> {
            if (!"nginx".equals(service.get()[0])) {
                assertThat((String) port).startsWith("127.0.0.1:");
            }
        }));
    }

    @Test
    void setsOnlyWhatTickStockKnows() {
        Set<String> known = DeployFiles.knownVariables();

        assertThat(DeployFiles.map(COMPOSE, "services", "tickstock", "environment").keySet()).isSubsetOf(known);
    }

    @Test
    void offersOnlySettingsThatTickStockKnows() {
        assertThat(DeployFiles.text("dist-module/src/main/dist/conf/tickstock.env").lines()
                .filter(line -> line.matches("#?[A-Z_]+=.*"))
                .map(line -> line.replaceFirst("#?([A-Z_]+)=.*", "$1")))
                .contains("DATABASE_URL").isSubsetOf(DeployFiles.knownVariables());
    }

    @Test
    void givesNginxEveryVariableOfItsTemplate() {
        String template = DeployFiles.text("deploy/nginx/templates/tickstock.conf.template");
        Set<String> asked = VARIABLE.matcher(template).results().map(found -> found.group(1))
                .collect(Collectors.toSet());
        asked.remove("CAPITALS");

        assertThat(DeployFiles.map(COMPOSE, "services", "nginx", "environment").keySet()).isEqualTo(asked);
        assertThat(DeployFiles.text("docs/operations.md")).contains(asked);
    }

    @Test
    void asksForNothingThatTheExampleDoesNotName() {
        Set<String> asked = VARIABLE.matcher(DeployFiles.text("deploy/compose.yaml")).results()
                .map(found -> found.group(1)).collect(Collectors.toSet());
        Set<String> named = new HashSet<>();
        DeployFiles.text("deploy/compose.env.example").lines().filter(line -> line.matches("[A-Z_]+=.*"))
                .forEach(line -> named.add(line.split("=")[0]));

        assertThat(named).isEqualTo(asked);
    }

    @Test
    void waitsLongerForAnEndThanTheLauncherDoes() {
        assertThat(DeployFiles.at(COMPOSE, "services", "tickstock", "stop_grace_period")).isEqualTo("90s");
        assertThat(DeployFiles.text("deploy/systemd/tickstock.service")).contains("TimeoutStopSec=90");
        assertThat(DeployFiles.text("deploy/kubernetes/statefulset.yaml"))
                .contains("terminationGracePeriodSeconds: 90");
    }

    static Stream<Arguments> services() {
        return DeployFiles.map(COMPOSE, "services").entrySet().stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    private static void mounts(String volume) {
        String source = volume.split(":")[0];
        if (source.startsWith("./")) {
            // Made by the operator: the certificate.
            assertThat(source.equals("./tls") || Files.exists(FOLDER.resolve(source))).as(volume).isTrue();
            assertThat(volume).endsWith(":ro");
        } else {
            assertThat(DeployFiles.map(COMPOSE, "volumes")).containsKey(source);
        }
    }

    private static Stream<String> instructions(String name) {
        return DOCKERFILE.replace("\\\n", " ").lines().filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length()).strip());
    }
}
