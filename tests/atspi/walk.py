"""A screen reader of a few lines: finds the program on the accessibility bus, walks its tree, hears its events,
and takes an answer. Prints what it finds; exits with 1 when something is not as it must be."""

import sys

import pyatspi

from reader import (answers, dismiss_notices, find_application, focused, heard, nodes, on_event,
                    settle, show, wait_until)


def main():
    pyatspi.Registry.registerEventListener(
        on_event, "object:state-changed:focused", "object:children-changed",
        "object:state-changed:showing", "window:activate")
    app = find_application()
    settle(1.0)
    wait_until(lambda: any(n.getState().contains(pyatspi.STATE_FOCUSED) for n, _ in nodes(app)))
    dismiss_notices(app)
    show(app)
    options = answers(app)
    if len(options) < 2:
        sys.exit("the answers are not there")
    if options[0].name == "" or focused(app).name != options[0].name:
        sys.exit("the first answer is not in focus")
    box = options[0].queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    if box.width < 50 or box.height < 20:
        sys.exit("the answer has no place")
    del heard[:]
    options[1].queryComponent().grabFocus()
    if not wait_until(lambda: any(
            e[0].startswith("object:state-changed:focused") and e[1] == 1
            and e[3] == options[1].name for e in heard)):
        sys.exit("the focus moved and nobody was told: %s" % heard)
    print("focus: " + focused(app).name)
    del heard[:]
    taken = options[1].name
    options[1].queryAction().doAction(0)
    wait_until(lambda: any(e[0].startswith("object:state-changed:showing") for e in heard))
    settle(1.5)
    lost = [e for e in heard if e[0].startswith("object:state-changed:focused") and e[1] == 0]
    now = focused(app)
    if any(e[3] == now.name for e in lost):
        sys.exit("it has the focus, and was said to have lost it: %s" % now.name)
    told = [e for e in heard if e[0].startswith("object:state-changed:showing")]
    for event in told:
        for line in event[3].split("\n"):
            print("told: %s" % line)
    if not told:
        sys.exit("an answer was taken and nothing was told: %s" % heard)
    print("taken: " + taken)


main()
