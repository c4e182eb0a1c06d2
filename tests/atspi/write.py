"""A screen reader where a name is written: the field is an entry with a text and a caret, it has the focus, what is
written is told as text that came in, and a caret that is set from here moves."""

import sys

import pyatspi

from reader import (find_application, focused, heard, nodes, on_event, settle,
                    wait_until)


def press(app, name):
    def there():
        return [n for n, _ in nodes(app) if n.name == name and n.getRoleName() == "push button"]
    if not wait_until(there):
        sys.exit("there is no button \"%s\"" % name)
    there()[0].queryAction().doAction(0)
    settle(0.5)


def entry(app):
    found = [n for n, _ in nodes(app) if n.getRoleName() == "entry" or n.getRole() == pyatspi.ROLE_ENTRY]
    return found[0] if found else None


def said(kind):
    return [e for e in heard if e[0].startswith(kind)]


def check(holds, what):
    if not holds:
        sys.exit("%s; heard: %s" % (what, heard))


def main():
    pyatspi.Registry.registerEventListener(
        on_event, "object:text-changed", "object:text-caret-moved",
        "object:state-changed:focused", "object:state-changed:showing")
    app = find_application()
    settle(1.0)
    press(app, "You")
    press(app, "Who is playing?")
    press(app, "Somebody else")
    check(wait_until(lambda: entry(app) is not None), "there is no entry")
    field = entry(app)
    text = field.queryText()
    check(field.getState().contains(pyatspi.STATE_EDITABLE), "the entry cannot be written")
    check(wait_until(lambda: focused(app).getRole() == pyatspi.ROLE_ENTRY), "it has not the focus")
    check(text.characterCount == 0 and text.caretOffset == 0, "it is not empty")
    del heard[:]
    field.queryEditableText().insertText(0, "Zoë de Boer", 12)
    check(wait_until(lambda: text.characterCount == 11), "what was written is not there")
    check(text.getText(0, -1) == "Zoë de Boer", "it is \"%s\"" % text.getText(0, -1))
    check(text.caretOffset == 11, "the caret is at %d" % text.caretOffset)
    check(wait_until(lambda: said("object:text-changed:insert")), "nobody was told what came in")
    event = said("object:text-changed:insert")[0]
    check(event[1] == 0 and event[2] == "Zoë de Boer", "told otherwise")
    check(wait_until(lambda: said("object:text-caret-moved")), "the caret moved and nobody was told")
    check(not said("object:state-changed:showing"), "it was announced a second time")
    del heard[:]
    text.setCaretOffset(3)
    check(wait_until(lambda: text.caretOffset == 3), "the caret does not move")
    check(wait_until(lambda: any(e[1] == 3 for e in said("object:text-caret-moved"))), "not told")
    field.queryEditableText().insertText(3, "!", 1)
    check(wait_until(lambda: text.getText(0, -1) == "Zoë! de Boer"), "not put in there")
    word = text.getStringAtOffset(6, pyatspi.TEXT_GRANULARITY_WORD)
    check(word[0].startswith("de"), "the word there is %s" % (word,))
    letter = text.getStringAtOffset(2, pyatspi.TEXT_GRANULARITY_CHAR)
    check(letter[0] == "ë", "the letter there is %s" % (letter,))
    focused(app).queryComponent()
    print("written: " + text.getText(0, -1))


main()
