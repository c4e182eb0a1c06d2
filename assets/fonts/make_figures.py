#!/usr/bin/env python3
"""Makes PlankwrightFigures-*.ttf: the lining figures that Vollkorn has behind an OpenType feature, as a
font of ten letters. SDL_ttf cannot switch features on, and Vollkorn's usual figures are old-style: in
them eleven o'clock reads "II:00". Needs fontTools (Debian: python3-fonttools); same bytes every time.
"""
import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = os.path.dirname(os.path.abspath(__file__))
NAMES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


def make(weight):
    font = TTFont(os.path.join(HERE, f"Vollkorn-{weight}.ttf"), recalcTimestamp=False)
    lining = {ord("0") + i: name + ".lf" for i, name in enumerate(NAMES)}
    for table in font["cmap"].tables:
        table.cmap = {c: lining.get(c, name) for c, name in table.cmap.items()}
    options = subset.Options(layout_features=["kern"], name_IDs=["*"], notdef_outline=True, hinting=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=sorted(lining))
    subsetter.subset(font)
    for record in font["name"].names:  # a changed font does not go by the old name
        if record.nameID in (1, 3, 4, 6, 16):
            space = "" if record.nameID == 6 else " "
            text = f"Plankwright{space}Figures" + ("" if record.nameID in (1, 16) else f"{'-' if record.nameID == 6 else ' '}{weight}")
            record.string = text
    font.save(os.path.join(HERE, f"PlankwrightFigures-{weight}.ttf"))


for weight in ("Medium", "SemiBold", "Italic"):
    make(weight)
sys.exit(0)
