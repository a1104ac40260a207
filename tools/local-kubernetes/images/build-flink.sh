# shellcheck shell=bash
# A whole Flink distribution from its Python packages, as one image layer:
# apache-flink has bin/ and conf/, apache-flink-libraries has lib/, opt/ and plugins/.

# build_flink_layer VERSION
build_flink_layer() {
  local version=$1 dir partial work archive part
  dir=$(flink_dir "$version") partial=$dir.partial
  [ -d "$dir" ] && return
  step "building the Flink $version layer (about 40 s)" "$cache_dir/log/flink-$version.log"
  rm -rf "$partial"
  work=$partial/work
  mkdir -p "$work/unpacked" "$work/root/opt/flink"/{log,usrlib,examples/streaming}

  python3 -m pip --version >/dev/null 2>&1 || install_packages python3-pip
  # The files inside do not depend on processor or Python, so one wheel serves every machine.
  in_log python3 -m pip download --quiet --no-deps --require-hashes --dest "$work" -r "$tool_dir/images/flink-$version.txt" \
    --platform manylinux2014_x86_64 --implementation cp --python-version 3.11 --abi cp311
  for archive in "$work"/*.whl; do in_log python3 -m zipfile -e "$archive" "$work/unpacked"; done
  # 1.x publishes the libraries as a source archive, with the jars under deps/.
  for archive in "$work"/*.tar.gz; do [ ! -f "$archive" ] || tar -xzf "$archive" -C "$work/unpacked" --strip-components=1; done
  for part in bin conf lib opt plugins licenses; do
    for archive in "$work/unpacked/pyflink/$part" "$work/unpacked/deps/$part"; do
      [ ! -d "$archive" ] || cp -a "$archive" "$work/root/opt/flink/"
    done
  done
  [ -f "$work/root/opt/flink/lib/flink-dist-$version.jar" ] || fail "The packages hold no lib/flink-dist-$version.jar."
  rm -f "$work"/root/opt/flink/opt/flink-python*
  chmod +x "$work"/root/opt/flink/bin/*
  add_examples "$version" "$work/root/opt/flink"
  install -m 755 "$tool_dir/images/docker-entrypoint.sh" "$work/root/"
  tar -C "$work/root" --sort=name --owner=9999 --group=9999 --numeric-owner -cf "$partial/layer.tar" .
  rm -rf "$work"
  mv "$partial" "$dir"
}

# Flink publishes its examples as runnable jars for 2.x only, with the class name as classifier.
add_examples() {
  local version=$1 home=$2 example
  [[ $version == 2.* ]] || return 0
  for example in TopSpeedWindowing WordCount; do
    in_log mvn -q -B dependency:copy -Dartifact="org.apache.flink:flink-examples-streaming:$version:jar:$example" \
      -DoutputDirectory="$home/examples/streaming" -Dmdep.stripVersion=true
    mv "$home/examples/streaming/flink-examples-streaming-$example.jar" "$home/examples/streaming/$example.jar"
  done
  cp "$home/examples/streaming/TopSpeedWindowing.jar" "$home/usrlib/"
}
