# shellcheck shell=bash
# The images that the node has from the start. Flink's default image names are among them,
# so that a cluster with no image option comes up without a registry.

describe_images() {
  local java version
  java=/usr/lib/jvm/java-17-openjdk-$(dpkg --print-architecture)
  echo "[{\"names\":[\"docker.io/library/pause:1\"],\"config\":{\"Entrypoint\":[\"/pause\"]},\"layers\":[\"$pause_layer\"]}"
  for version in "${flink_versions[@]}"; do
    cat <<JSON
,{"names":["docker.io/library/flink:$version","docker.io/apache/flink:$version-scala_2.12"],
  "layers":["$base_layer","$(flink_dir "$version")/layer.tar","$(test_job_cache "$version")/layer.tar"],
  "config":{"Entrypoint":["/docker-entrypoint.sh"],"Cmd":["help"],"WorkingDir":"/opt/flink","Env":[
    "PATH=/opt/flink/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "FLINK_HOME=/opt/flink","JAVA_HOME=$java","LANG=C.UTF-8"]}}
JSON
  done
  echo "]"
}

# Imports what changed since the last import into this instance.
import_images() {
  local described=$state_dir/images.json imported=$state_dir/images-imported.json
  describe_images >"$described"
  cmp -s "$described" "$imported" && return
  step "importing the images (about 15 s)" "$state_dir/log/import.log"
  python3 "$tool_dir/images/pack_images.py" "$described" 2>>"$current_log" | in_log on_node ctr -a "$state_dir/containerd/containerd.sock" -n k8s.io images import -
  cp "$described" "$imported"
}
