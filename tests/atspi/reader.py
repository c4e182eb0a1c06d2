"""What the screen readers of these tests share: finding the program on the accessibility bus, its tree, its events."""

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


# Machines can be slow: what is sure to come is waited for.
def wait_until(come):
    for _ in range(200):
        if come():
            return True
        settle(0.1)
    return False


def find_application():
    for _ in range(400):
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
