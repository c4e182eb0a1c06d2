// The page's paper and ink (screens.md). Ink is at least 6:1 on every fill, every line 3:1 on
// paper; levels differ in dashes and in words too, never in colour alone.
#include "report/graph_style.h"

typedef struct Level {
    const char *fill, *line, *dash;
} Level;

static const Level levels[GRAPH_BYS][GRAPH_LEVELS] = {
    { { "#fffdf8", "#931f1f", "2 5" },
      { "#f8edd4", "#8a7a5c", "" },
      { "#f3dba6", "#8c6a2c", "" },
      { "#ecc06c", "#7d4d14", "" },
      { "#e2a13c", "#5a2c10", "" } },
    { { "#e7a19c", "#931f1f", "2 5" },
      { "#f0b597", "#a33c17", "7 5" },
      { "#f4d193", "#855000", "14 5" },
      { "#e6e2ae", "#5f6420", "14 3 3 3" },
      { "#bcdcb4", "#2f6a3c", "" } },
    { { "#fffdf8", "#931f1f", "6 5" },
      { "#dcebec", "#4a7c88", "" },
      { "#bfdde2", "#356f7d", "" },
      { "#9fccd5", "#215c6b", "" },
      { "#82bac7", "#124554", "" } },
};

const char *style_by_name(GraphBy by)
{
    static const char *const names[] = { "often", "trust", "tests" };
    return names[by];
}

const char *style_fill(GraphBy by, int level)
{
    return levels[by][level].fill;
}

const char *style_line(GraphBy by, int level)
{
    return levels[by][level].line;
}

bool style_is_dashed(GraphBy by, int level)
{
    return levels[by][level].dash[0] != '\0';
}

char style_letter(GraphBy by)
{
    static const char letters[] = { 'o', 't', 'c' };
    return letters[by];
}

void style_classes(const Graph *g, int by, const GraphTally *tally, uint8_t people, Text *out)
{
    for (int i = 0; i < GRAPH_BYS; i++) {
        if (by == GRAPH_BYS || by == i) {
            text_addf(out, " %c%d", style_letter((GraphBy)i),
                      graph_level(g, (GraphBy)i, tally, people));
        }
    }
}

void style_colouring(GraphBy by, Text *out)
{
    for (int i = 0; i < GRAPH_LEVELS; i++) {
        const Level *level = &levels[by][i];
        const char *name = style_by_name(by);
        char letter = style_letter(by);
        text_addf(out, ".by-%s .%c%d>.f{fill:%s}", name, letter, i, level->fill);
        text_addf(out, ".by-%s .%c%d>.l{stroke:%s%s%s}", name, letter, i, level->line,
                  level->dash[0] ? ";stroke-dasharray:" : "", level->dash);
        text_addf(out, ".by-%s .%c%d>.a{fill:%s}\n", name, letter, i, level->line);
        if (i == 0 && by != GRAPH_BY_TRUST) {
            text_addf(out, ".by-%s .%c0>.b{stroke:%s;stroke-dasharray:5 4}\n", name, letter,
                      level->line);
        }
    }
    for (int i = 0; i < GRAPH_BYS; i++) {
        if (i != (int)by) {
            text_addf(out, ".by-%s .%s{display:none}", style_by_name(by),
                      style_by_name((GraphBy)i));
        }
    }
    text_add(out, "\n");
}

void style_chips(GraphBy by, Text *out)
{
    for (int i = 0; i < GRAPH_LEVELS; i++) {
        text_addf(out, ".%c%d>.chip.%s{background:%s%s}", style_letter(by), i, style_by_name(by),
                  levels[by][i].fill, i == 0 ? ";border:1.5px dashed #931f1f" : "");
    }
    text_add(out, "\n");
}

void style_picture(Text *out)
{
    text_add(
        out,
        "svg text{font-family:Inter,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,\"Liberation "
        "Sans\","
        "sans-serif;font-size:13px;fill:#2b2233}\n"
        "svg .s{fill:#5a4c5e}svg .n{font-weight:600}svg .e{text-anchor:end}svg "
        ".m{text-anchor:middle}\n"
        "svg .i{font-size:16px;font-weight:600}svg .h{font-size:24px;font-weight:600;"
        "font-family:Vollkorn,Georgia,\"Times New Roman\",serif}\n"
        "svg .p{fill:#fbf3e2}svg .c{fill:#fffaf0}svg "
        ".b{fill:none;stroke:#2b2233;stroke-width:1.5}\n"
        "svg .l{fill:none;stroke:#2b2233;stroke-linecap:butt}svg "
        ".r{stroke:#d9c59c;stroke-width:1}\n"
        "svg .g{fill:#2b2233}svg .o{fill:none;stroke:#2b2233;stroke-width:1;stroke-opacity:.55}\n");
}
