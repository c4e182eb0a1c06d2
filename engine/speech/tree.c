// Builds the tree. A frame is a list in reading order: a dialog takes in what follows, and neighbours of one
// kind are a set. What a screen says about a longer set (7 of 9, over two pages) goes before counting.
#include "speech/tree.h"

#include "base/say.h"
#include "view/action.h"

#include <string.h>

enum { NO_SET = -1, KIND_NONE = -1, KIND_GROUP = ROLE_COUNT };

typedef struct Builder {
    Tree *tree;
    const Frame *frame;
    int dialog, set; // nodes, or -1
    int kind;        // of the items in the set
    const char *heading;
} Builder;

void tree_init(Tree *tree)
{
    *tree = (Tree){ .count = 0 };
}

void tree_deinit(Tree *tree)
{
    mem_free(tree->nodes);
    *tree = (Tree){ .count = 0 };
}

static int add_node(Builder *builder, int role, int item, int parent, const char *name)
{
    Tree *tree = builder->tree;
    if (tree->count == tree->capacity) {
        tree->capacity = tree->capacity > 0 ? tree->capacity * 2 : 64;
        tree->nodes = mem_grow(tree->nodes, (size_t)tree->capacity * sizeof *tree->nodes);
    }
    tree->nodes[tree->count] =
        (TreeNode){ .role = (uint8_t)role, .item = item, .parent = parent, .name = name };
    return tree->count++;
}

// Items of which kind stand together in a set.
static int kind_of(const FrameItem *item)
{
    if (item->group != 0) {
        return KIND_GROUP + item->group;
    }
    bool listed = item->role == ROLE_OPTION || item->role == ROLE_LIST_ITEM ||
                  item->role == ROLE_RADIO || item->role == ROLE_TAB;
    return listed ? item->role : KIND_NONE;
}

static const char *set_name(const Builder *builder, const FrameItem *first, int kind)
{
    if (kind >= KIND_GROUP) {
        return first->action == ACTION_PLANK ? say("The bridge, part by part") : "";
    }
    return kind == ROLE_OPTION && builder->frame->told_count > 0 ? say("Answers")
                                                                 : builder->heading;
}

static bool same_words(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

// One more place of an item before: nothing new to an ear.
static bool is_again(const Frame *frame, int i)
{
    const FrameItem *item = &frame->items[i];
    for (int j = 0; j < i && item->focusable; j++) {
        const FrameItem *before = &frame->items[j];
        if (before->focusable && before->action == item->action &&
            before->argument == item->argument && before->role == item->role &&
            same_words(before->name, item->name)) {
            return true;
        }
    }
    return item->silent;
}

static void add_item(Builder *builder, int i)
{
    const FrameItem *item = &builder->frame->items[i];
    int kind = kind_of(item);
    if (kind == KIND_NONE) {
        builder->set = NO_SET;
        int node = add_node(builder, item->role, i, builder->dialog, item->name);
        if (item->role == ROLE_DIALOG) {
            builder->dialog = node;
        } else if (item->role == ROLE_HEADING) {
            builder->heading = item->name;
        } else if (item->role == ROLE_LIST) {
            builder->set = node;
            builder->kind = ROLE_LIST_ITEM;
        }
        return;
    }
    if (builder->set == NO_SET || builder->kind != kind) {
        const char *name = set_name(builder, item, kind);
        builder->set = add_node(builder, ROLE_LIST, -1, builder->dialog, name);
        builder->kind = kind;
    }
    add_node(builder, item->role, i, builder->set, item->name);
}

static void count_set(Tree *tree, const Frame *frame, int set)
{
    int count = 0;
    for (int i = set + 1; i < tree->count; i++) {
        count += tree->nodes[i].parent == set;
    }
    int position = 0;
    for (int i = set + 1; i < tree->count; i++) {
        TreeNode *node = &tree->nodes[i];
        if (node->parent == set && node->item >= 0) {
            const FrameItem *item = &frame->items[node->item];
            position++;
            node->position = item->position > 0 ? item->position : position;
            node->count = item->count > 0 ? item->count : count;
        }
    }
}

void tree_build(Tree *tree, const Frame *frame)
{
    tree->count = 0;
    Builder builder = { tree, frame, -1, NO_SET, KIND_NONE, "" };
    for (int i = 0; i < frame->item_count; i++) {
        if (!is_again(frame, i)) {
            add_item(&builder, i);
        }
    }
    for (int i = 0; i < tree->count; i++) {
        if (tree->nodes[i].role == ROLE_LIST) {
            count_set(tree, frame, i);
        }
    }
}

int tree_focus(const Tree *tree, const Frame *frame)
{
    for (int i = 0; i < frame->item_count; i++) {
        const FrameItem *focus = &frame->items[i];
        if (!focus->focused) {
            continue;
        }
        for (int j = 0; j < tree->count; j++) { // or the place of it that is in the tree
            int k = tree->nodes[j].item;
            const FrameItem *item = k >= 0 ? &frame->items[k] : NULL;
            if (item == focus ||
                (item != NULL && item->focusable && item->action == focus->action &&
                 item->argument == focus->argument)) {
                return j;
            }
        }
    }
    return -1;
}

// ---- as text ------------------------------------------------------------------------------------

static const char *const ROLE_NAMES[ROLE_COUNT] = {
    [ROLE_HEADING] = "heading", [ROLE_TEXT] = "text",     [ROLE_BUTTON] = "button",
    [ROLE_OPTION] = "option",   [ROLE_LIST] = "list",     [ROLE_LIST_ITEM] = "listitem",
    [ROLE_IMAGE] = "image",     [ROLE_STATUS] = "status", [ROLE_TAB] = "tab",
    [ROLE_DIALOG] = "dialog",   [ROLE_SLIDER] = "slider", [ROLE_SWITCH] = "switch",
    [ROLE_RADIO] = "radio",     [ROLE_FIELD] = "field",
};

static int depth_of(const Tree *tree, int node)
{
    int depth = 0;
    for (int at = tree->nodes[node].parent; at >= 0; at = tree->nodes[at].parent) {
        depth++;
    }
    return depth;
}

void tree_print(const Tree *tree, const Frame *frame, Text *out)
{
    for (int i = 0; i < tree->count; i++) {
        const TreeNode *node = &tree->nodes[i];
        const FrameItem *item = node->item >= 0 ? &frame->items[node->item] : NULL;
        for (int j = depth_of(tree, i); j > 0; j--) {
            text_add(out, "  ");
        }
        text_addf(out, "%s \"%s\"", ROLE_NAMES[node->role], node->name);
        if (node->count > 0) {
            text_addf(out, " %d of %d", node->position, node->count);
        }
        if (item != NULL && item->value[0] != '\0') {
            text_addf(out, " = \"%s\"", item->value);
        }
        if (item != NULL && item->key[0] != '\0') {
            text_addf(out, " key %s", item->key);
        }
        text_add(out, item != NULL && item->focused ? " focused" : "");
        text_add(out, item != NULL && item->disabled ? " off" : "");
        text_add(out, item != NULL && item->selected ? " selected" : "");
        text_add_char(out, '\n');
    }
}

// ---- what is seen and not said ------------------------------------------------------------------

static bool is_plain_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Letters and figures only, small: capitals of a label, quotation marks and line ends do not matter.
static void add_folded(Text *out, const char *text)
{
    for (const unsigned char *c = (const unsigned char *)text; *c != '\0'; c++) {
        if (*c == 0xc3 && c[1] >= 0x80 && c[1] <= 0x9e) { // pen_capitals has such, too
            text_add_char(out, (char)*c);
            text_add_char(out, (char)(c[1] + 0x20));
            c++;
        } else if (*c == 0xe2 && (c[1] == 0x80 || c[1] == 0x81)) { // dashes, quotes, spaces
            c += c[2] != '\0' ? 2 : 1;
        } else if (*c >= 0x80 || is_plain_letter(*c)) {
            text_add_char(out, (char)(*c >= 'A' && *c <= 'Z' ? *c + 'a' - 'A' : *c));
        }
    }
}

int tree_unsaid(const Frame *frame, const char **first)
{
    Text said = { .data = NULL };
    for (int i = 0; i < frame->item_count; i++) {
        const FrameItem *item = &frame->items[i];
        add_folded(&said, item->name);
        text_add_char(&said, '|');
        add_folded(&said, item->value);
        text_add_char(&said, '|');
        add_folded(&said, item->key);
        text_add_char(&said, '|');
    }
    int count = 0;
    Text seen = { .data = NULL };
    *first = NULL;
    for (int i = 0; i < frame->command_count; i++) {
        const FrameCommand *command = &frame->commands[i];
        if (command->kind != FRAME_TEXT || command->flag) {
            continue;
        }
        text_clear(&seen);
        add_folded(&seen, command->text);
        if (strstr(text_str(&said), text_str(&seen)) == NULL) {
            *first = count++ == 0 ? command->text : *first;
        }
    }
    text_deinit(&seen);
    text_deinit(&said);
    return count;
}
