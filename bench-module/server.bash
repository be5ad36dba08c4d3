# server: starts a provisioned server through the launcher; sourced by load.sh and servers.sh.
#
# Expects root (the checkout), folder (where logs and class path go) and port; sets classpath and launcher_pid.

classpath_of_launcher() {
    (cd "$root" && ${MVN:-./mvnw} -q dependency:build-classpath -Dmdep.includeScope=runtime \
        -Dmdep.outputFile="$folder/launcher.classpath" -pl launcher-module)
    classpath=$root/launcher-module/target/classes:$(cat "$folder/launcher.classpath")
}

launcher_pid=

# launch HOME DATA LOG: in the background, with the environment as it is.
launch() {
    TICKSTOCK_HTTP_PORT=$port TICKSTOCK_DATA_DIR=$2 java -cp "$classpath" -Dtickstock.server.home="$1" \
        -Dtickstock.checkout="$root" org.tickstock.launcher.Launcher > "$3" 2>&1 &
    launcher_pid=$!
}

# await_line TEXT LOG: until the launcher has written it; ends the script with the log if the launcher ends before.
await_line() {
    until grep -qs "$1" "$2"; do
        kill -0 "$launcher_pid" 2>/dev/null || { cat "$2" >&2; exit 1; }
        sleep 0.05
    done
}

# pid_of DATA: the server's process.
pid_of() {
    cut -d' ' -f1 "$1/server.pid"
}

# megabytes DATA: what the server's process holds.
megabytes() {
    ps -o rss= -p "$(pid_of "$1")" | awk '{ printf "%d\n", $1 / 1024 }'
}

stop_server() {
    if [ -n "$launcher_pid" ]; then
        kill "$launcher_pid" 2>/dev/null || true
        wait "$launcher_pid" || true
        launcher_pid=
    fi
}
trap stop_server EXIT
