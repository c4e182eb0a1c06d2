#!/bin/sh
# Where something is written (a name, a plan): text and caret on the accessibility bus, from both sides.
. "$(dirname "$0")/reader.inc"
reader_run first "$here/write.py" play
