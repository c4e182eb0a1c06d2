// The picture as a file of its own: heading, legend, style sheet, then the cards.
#include "picture/svg.h"
#include "report/graph_draw.h"
#include "report/graph_style.h"
#include "report/graph_svg.h"

enum { MARGIN = 28, HEAD = 132, WIDTH_LEAST = 1010, SWATCH = 196 };

static void add_words(Text *out, const char *classes, double x, double y, const char *words)
{
    text_addf(out, "<text class=\"%s\" x=\"%.0f\" y=\"%.0f\">", classes, x, y);
    picture_svg_escape(out, words);
    text_add(out, "</text>\n");
}

static const char *heading(GraphBy by)
{
    static const char *const words[] = {
        "How many times in 100 fair plays (each open option as likely as another).",
        "Trust of the one who trusts least there, in the bridge's word and planks of ten: the mean "
        "of "
        "random plays. Lines are as wide as the way is often.",
        "How many recorded ways (tests/*.play) come by. Lines are as wide as the way is often.",
    };
    return words[by];
}

static void add_legend(const Graph *g, GraphBy by, Text *out)
{
    Text words = { 0 };
    text_add(&words, heading(by));
    text_add(&words, " ");
    graph_add_method(g, &words);
    add_words(out, "h", MARGIN, MARGIN + 24.0, scenario_text(g->scenario, g->scenario->title));
    add_words(out, "s", MARGIN, MARGIN + 48.0, text_str(&words));
    double y = MARGIN + 76.0;
    for (int i = 0; i < GRAPH_LEVELS; i++) {
        double x = MARGIN + SWATCH * i;
        text_addf(out,
                  "<g class=\"%c%d\"><rect class=\"f b\" x=\"%.0f\" y=\"%.0f\" width=\"22\" "
                  "height=\"16\" "
                  "rx=\"3\"/><path class=\"l\" stroke-width=\"3\" d=\"M%.0f %.0fh34\"/></g>\n",
                  style_letter(by), i, x, y - 12.0, x, y + 13.0);
        add_words(out, "", x + 42.0, y + 6.0, graph_level_name(by, i));
    }
    text_deinit(&words);
}

void graph_svg(const Graph *g, const GraphLayout *layout, GraphBy by, Text *out)
{
    double width = (double)layout->width + 2.0 * MARGIN;
    width = width < WIDTH_LEAST ? WIDTH_LEAST : width;
    double height = (double)layout->height + HEAD + 2.0 * MARGIN;
    float left = (float)(width - (double)layout->width) / 2.0f;
    text_addf(out,
              "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" "
              "viewBox=\"0 0 %.0f %.0f\" role=\"img\" class=\"by-%s\">\n<title>",
              width, height, width, height, style_by_name(by));
    picture_svg_escape(out, scenario_text(g->scenario, g->scenario->title));
    text_addf(out,
              "</title>\n<desc>%s For a screen reader: plankwright graph --format text.</desc>\n"
              "<style>\n",
              heading(by));
    style_picture(out);
    style_colouring(by, out);
    text_addf(out, "</style>\n<rect class=\"p\" width=\"%.0f\" height=\"%.0f\"/>\n", width, height);
    add_legend(g, by, out);
    svg_cards(g, layout, (int)by, left, HEAD + MARGIN, out);
    text_add(out, "</svg>\n");
}
