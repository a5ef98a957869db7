"""Makes the recipe of a fault small: leaves out whatever the fault does not need (delta debugging).

    shrink.py RECIPE COMMAND...

Runs the command with DESK_FUZZ_RECIPE naming a shortened copy, and keeps what still ends in a fault. A recipe whose
name ends in .keys is shortened line by line, after the first; any other byte by byte. It is written back and shown.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

recipe, command = pathlib.Path(sys.argv[1]), sys.argv[2:]
# What takes so long hangs, for no step takes more than a second; while shrinking it is not waited for the watchdog.
PATIENCE = 60
END = time.monotonic() + 1200


def fails(parts, patience):
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / recipe.name
        copy.write_bytes(b"".join(parts))
        try:
            done = subprocess.run(
                command, env={**os.environ, "DESK_FUZZ_RECIPE": str(copy)}, timeout=patience,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            return done.returncode != 0
        except subprocess.TimeoutExpired:
            return True


def shrunk(head, parts, patience):
    size = len(parts)
    while size >= 1 and parts and time.monotonic() < END:
        start, was = 0, len(parts)
        while start < len(parts) and time.monotonic() < END:
            rest = parts[:start] + parts[start + size:]
            if fails(head + rest, patience):
                parts = rest
            else:
                start += size
        size = size // 2 if size > 1 or len(parts) == was else 1
    return parts


data = recipe.read_bytes()
if recipe.suffix == ".keys":
    # The last line may have been cut off by the crash.
    head, *parts = data[: data.rfind(b"\n") + 1].splitlines(keepends=True)
    head = [head]
else:
    head, parts = [], [data[i : i + 1] for i in range(len(data))]

start = time.monotonic()
if not fails(head + parts, PATIENCE):
    sys.exit(f"{recipe.name} alone ends in no fault.")
parts = shrunk(head, parts, max(10, 3 * (time.monotonic() - start)))
small = b"".join(head + parts)
recipe.write_bytes(small)
if recipe.suffix == ".keys":
    print(small.decode())
else:
    print(f"{len(small)} bytes: {small[:400]!r}")
