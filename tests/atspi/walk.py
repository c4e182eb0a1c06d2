"""A screen reader of a few lines: finds the program on the accessibility bus, walks its tree, hears its events,
and takes an answer. Prints what it finds; exits with 1 when something is not as it must be."""

import sys
import time

import pyatspi
from gi.repository import GLib

heard = []
loop = GLib.MainLoop()


def on_event(event):
    if event.host_application is None or event.host_application.name != "Plankwright":
        return
    name = event.source.name if event.source is not None else ""
    heard.append((event.type, event.detail1, event.any_data, name))


def settle(seconds):
    GLib.timeout_add(int(seconds * 1000), loop.quit)
    loop.run()


def find_application():
    for _ in range(100):
        desktop = pyatspi.Registry.getDesktop(0)
        for app in desktop:
            if app is not None and app.name == "Plankwright" and app.childCount > 0 \
                    and app[0].childCount > 0:
                return app
        settle(0.1)
    sys.exit("the program is not on the bus")


def nodes(node, depth=0):
    yield node, depth
    for i in range(node.childCount):
        child = node.getChildAtIndex(i)
        if child is not None:
            yield from nodes(child, depth + 1)


def show(app):
    for node, depth in nodes(app):
        attributes = dict(a.split(":", 1) for a in node.getAttributes())
        place = ""
        if "posinset" in attributes:
            place = " %s of %s" % (attributes["posinset"], attributes["setsize"])
        states = node.getState()
        flags = "".join(
            word for state, word in ((pyatspi.STATE_FOCUSED, " focused"),
                                     (pyatspi.STATE_SELECTED, " selected"))
            if states.contains(state))
        print("%s%s '%s'%s%s" % ("  " * depth, node.getRoleName(), node.name, place, flags))


def focused(app):
    found = [n for n, _ in nodes(app) if n.getState().contains(pyatspi.STATE_FOCUSED)]
    if len(found) != 1:
        sys.exit("%d things are in focus" % len(found))
    return found[0]


def answers(app):
    for node, _ in nodes(app):
        if node.getRoleName() == "list" and node.name == "Answers":
            return [node.getChildAtIndex(i) for i in range(node.childCount)]
    return []


def dismiss_notices(app):
    for _ in range(4):
        now = focused(app)
        if now.getRoleName() != "push button" or answers(app):
            return
        now.queryAction().doAction(0)
        settle(0.7)


def main():
    pyatspi.Registry.registerEventListener(
        on_event, "object:state-changed:focused", "object:children-changed",
        "object:state-changed:showing", "window:activate")
    app = find_application()
    settle(1.0)
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
    settle(0.7)
    if not any(e[0].startswith("object:state-changed:focused") and e[1] == 1
               and e[3] == options[1].name for e in heard):
        sys.exit("the focus moved and nobody was told: %s" % heard)
    print("focus: " + focused(app).name)
    del heard[:]
    taken = options[1].name
    options[1].queryAction().doAction(0)
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
