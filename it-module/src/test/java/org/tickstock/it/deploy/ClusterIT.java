package org.tickstock.it.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Kubernetes manifests and systemd unit: all they name is there, and nothing runs with rights it does not need. */
class ClusterIT {

    private static final String FOLDER = "deploy/kubernetes/";
    private static final Map<String, Object> KUSTOMIZATION = DeployFiles.yaml(FOLDER + "kustomization.yaml");
    private static final Map<String, Object> STATEFUL_SET = DeployFiles.yaml(FOLDER + "statefulset.yaml");
    private static final Map<String, Object> POD = DeployFiles.map(STATEFUL_SET, "spec", "template", "spec");
    private static final Object CONTAINER = DeployFiles.list(POD, "containers").get(0);

    @Test
    void namesEveryManifestAndEachIsOne() {
        List<Map<String, Object>> manifests = manifests();

        assertThat(manifests).hasSizeGreaterThanOrEqualTo(6).allSatisfy(manifest -> {
            assertThat(manifest).containsKeys("apiVersion", "kind", "metadata");
            assertThat(DeployFiles.at(manifest, "metadata", "name")).isNotNull();
        });
        assertThat(manifests.stream().map(manifest -> manifest.get("kind") + "/"
                + DeployFiles.at(manifest, "metadata", "name"))).doesNotHaveDuplicates();
    }

    @Test
    void runsOneAndNeverTwo() {
        assertThat(DeployFiles.at(STATEFUL_SET, "kind")).isEqualTo("StatefulSet");
        assertThat(DeployFiles.at(STATEFUL_SET, "spec", "replicas")).isEqualTo(1);
        assertThat(DeployFiles.at(STATEFUL_SET, "spec", "updateStrategy", "type")).isEqualTo("RollingUpdate");
    }

    @Test
    void runsWithoutRights() {
        assertThat(DeployFiles.map(POD, "securityContext")).containsEntry("runAsNonRoot", true)
                .containsEntry("runAsUser", 10001).containsEntry("fsGroup", 10001);
        assertThat(DeployFiles.map(CONTAINER, "securityContext"))
                .containsEntry("allowPrivilegeEscalation", false).containsEntry("readOnlyRootFilesystem", true)
                .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
        assertThat(POD).containsEntry("automountServiceAccountToken", false);
    }

    @Test
    void asksForPagesAndPortsThatAreThere() {
        assertThat(DeployFiles.list(CONTAINER, "ports")).containsExactly(Map.of("name", "http", "containerPort", 8080));
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(DeployFiles.map(CONTAINER, probe, "httpGet"))
                    .containsEntry("path", "/health/live").containsEntry("port", "http");
        }
    }

    @Test
    void mountsAVolumeForEverythingThatIsWritten() {
        Set<Object> volumes = DeployFiles.list(POD, "volumes").stream()
                .map(volume -> DeployFiles.at(volume, "name")).collect(Collectors.toSet());
        DeployFiles.list(STATEFUL_SET, "spec", "volumeClaimTemplates")
                .forEach(claim -> volumes.add(DeployFiles.at(claim, "metadata", "name")));

        assertThat(DeployFiles.list(CONTAINER, "volumeMounts"))
                .extracting(mount -> DeployFiles.at(mount, "name")).containsExactlyInAnyOrderElementsOf(volumes);
        assertThat(DeployFiles.list(CONTAINER, "volumeMounts"))
                .extracting(mount -> DeployFiles.at(mount, "mountPath")).contains("/var/lib/tickstock");
    }

    @Test
    void setsOnlyWhatTickStockKnows() {
        Object generator = DeployFiles.list(KUSTOMIZATION, "configMapGenerator").get(0);
        String settings = (String) DeployFiles.at(generator, "name");

        assertThat(DeployFiles.list(generator, "literals"))
                .extracting(literal -> ((String) literal).split("=")[0])
                .isSubsetOf(DeployFiles.knownVariables());
        assertThat(DeployFiles.list(CONTAINER, "envFrom"))
                .contains(Map.of("configMapRef", Map.of("name", settings)));
    }

    @Test
    void leadsFromTheIngressToServicesThatAreThere() {
        Set<Object> services = manifests().stream().filter(manifest -> "Service".equals(manifest.get("kind")))
                .map(manifest -> DeployFiles.at(manifest, "metadata", "name")).collect(Collectors.toSet());
        Object rule = DeployFiles.list(DeployFiles.yaml(FOLDER + "ingress.yaml"), "spec", "rules").get(0);
        List<Object> paths = DeployFiles.list(rule, "http", "paths");

        assertThat(paths).extracting(path -> DeployFiles.at(path, "path"))
                .containsExactlyInAnyOrder("/", "/metrics", "/health", "/ready");
        assertThat(paths).extracting(path -> DeployFiles.at(path, "backend", "service", "name")).isSubsetOf(services);
    }

    @Test
    void selectsThePodsItMakes() {
        Map<String, Object> labels = DeployFiles.map(STATEFUL_SET, "spec", "template", "metadata", "labels");

        assertThat(DeployFiles.map(STATEFUL_SET, "spec", "selector", "matchLabels")).isEqualTo(labels);
        assertThat(DeployFiles.map(DeployFiles.yaml(FOLDER + "service.yaml"), "spec", "selector")).isEqualTo(labels);
        Object policy = DeployFiles.yaml(FOLDER + "networkpolicy.yaml");
        assertThat(DeployFiles.map(policy, "spec", "podSelector", "matchLabels")).isEqualTo(labels);
    }

    @Test
    void isAUnitThatSystemdTakes() {
        String analyze = Tools.require("systemd-analyze").toString();
        String unit = DeployFiles.text("deploy/systemd/tickstock.service");

        assertThat(unit).contains("User=tickstock", "NoNewPrivileges=true", "ProtectSystem=strict",
                "SuccessExitStatus=143", "KillMode=mixed", "EnvironmentFile=/etc/tickstock/tickstock.env");
        String said = Tools.said(
                DeployFiles.path("deploy/systemd"), analyze, "verify", "--man=no", "./tickstock.service");
        // Where it is not installed its program is missing; nothing else may be.
        assertThat(said.lines().filter(line -> line.contains("tickstock.service")))
                .allMatch(line -> line.contains("/opt/tickstock/bin/tickstock"));
    }

    private static List<Map<String, Object>> manifests() {
        List<Map<String, Object>> manifests = new ArrayList<>();
        DeployFiles.list(KUSTOMIZATION, "resources")
                .forEach(resource -> manifests.addAll(DeployFiles.yamls(FOLDER + resource)));
        return manifests;
    }
}
