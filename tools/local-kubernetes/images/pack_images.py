#!/usr/bin/env python3
"""Writes image layers as one docker-archive to standard output, for `ctr images import -`.

usage: pack_images.py IMAGES.json > archive.tar
IMAGES.json: [{"names": ["docker.io/library/name:tag"], "config": {…}, "layers": ["layer.tar"]}]
"config" is the image's own (Env, Entrypoint, Cmd, WorkingDir). A layer that several images share is written once.
"""
import hashlib
import io
import json
import os
import platform
import sys
import tarfile

ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}


def digest(path):
    """The layer's sha256, kept beside it: the layers are large and do not change."""
    kept = path + ".sha256"
    if not os.path.exists(kept):
        with open(path, "rb") as layer:
            value = hashlib.file_digest(layer, "sha256").hexdigest()
        with open(kept, "w") as out:
            out.write(value)
    with open(kept) as known:
        return known.read()


def add_text(archive, name, text):
    info = tarfile.TarInfo(name)
    info.size = len(text)
    archive.addfile(info, io.BytesIO(text))


def main():
    with open(sys.argv[1]) as images_file:
        images = json.load(images_file)
    manifest, written = [], set()
    with tarfile.open(fileobj=sys.stdout.buffer, mode="w|", copybufsize=1 << 20) as archive:
        for image in images:
            layers = {digest(path): path for path in image["layers"]}
            for layer, path in layers.items():
                if layer not in written:
                    archive.add(path, arcname=f"{layer}.tar")
                    written.add(layer)
            config = json.dumps({
                "architecture": ARCHITECTURES[platform.machine()], "os": "linux", "config": image["config"],
                "rootfs": {"type": "layers", "diff_ids": [f"sha256:{layer}" for layer in layers]},
            }).encode()
            config_name = hashlib.sha256(config).hexdigest() + ".json"
            add_text(archive, config_name, config)
            manifest.append({"Config": config_name, "RepoTags": image["names"], "Layers": [f"{layer}.tar" for layer in layers]})
        add_text(archive, "manifest.json", json.dumps(manifest).encode())


main()
