#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds what kioskctl prints against the schemas we publish, by a validator that is not ours (O3).

  schemas.py KIOSKCTL SCHEMAS FILE...
"""
import json
import pathlib
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)


def answer(kioskctl, command, file):
    done = subprocess.run([kioskctl, "document", command, file, "--json"],
                          stdout=subprocess.PIPE, check=False)
    return json.loads(done.stdout)


def main(kioskctl, schemas, *files):
    for command in ("inspect", "verify"):
        schema = json.loads(
            pathlib.Path(schemas, f"document-{command}.schema.json").read_text("utf-8"))
        validator = jsonschema.Draft202012Validator(schema)
        validator.check_schema(schema)
        for file in files:
            validator.validate(answer(kioskctl, command, file))
        # A validator that accepts everything would prove nothing.
        assert not validator.is_valid({"verdict": "perhaps", "format": "doc"})
    print(f"{len(files)} files, both schemas")


main(*sys.argv[1:])
