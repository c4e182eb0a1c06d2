#!/bin/sh
# A screen reader that is started while the program runs is noticed, with nothing asked again and again: the same walk.
. "$(dirname "$0")/reader.inc"
reader_run late "$here/walk.py" play first-plank --seed 1
