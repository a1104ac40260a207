# shellcheck shell=bash
# The test job, compiled against one version's distribution, as a jar and as an image layer.

# build_test_job VERSION
build_test_job() {
  local version=$1 dir partial home
  dir=$(test_job_cache "$version") partial=$dir.partial
  [ -d "$dir" ] && return
  step "compiling the test job for Flink $version" "$cache_dir/log/test-job-$version.log"
  need_command javac "install a JDK 17 (apt install openjdk-17-jdk-headless)."
  rm -rf "$partial"
  home=$partial/root/opt/flink
  mkdir -p "$partial/distribution" "$partial/classes" "$home"/{usrlib,examples/streaming}
  in_log tar -C "$partial/distribution" -xf "$(flink_dir "$version")/layer.tar" ./opt/flink/lib
  in_log javac --release 11 -Xlint:all,-classfile,-processing,-path -cp "$partial/distribution/opt/flink/lib/*" \
    -d "$partial/classes" "$test_job_dir"/src/dev/drey/testjob/*.java
  in_log jar --create --file "$partial/TestJob.jar" --main-class dev.drey.testjob.TestJob -C "$partial/classes" .
  cp "$partial/TestJob.jar" "$home/usrlib/"
  cp "$partial/TestJob.jar" "$home/examples/streaming/"
  tar -C "$partial/root" --sort=name --owner=9999 --group=9999 --numeric-owner -cf "$partial/layer.tar" .
  rm -rf "$partial"/{distribution,classes,root}
  mv "$partial" "$dir"
}
