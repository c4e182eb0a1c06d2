#!/bin/sh
# What a screen reader finds on the accessibility bus: a session bus of its own, at-spi2's registry, the window, and
# walk.py as the reader.
. "$(dirname "$0")/reader.inc"
reader_run first "$here/walk.py" play first-plank --seed 1
