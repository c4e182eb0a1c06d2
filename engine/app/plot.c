// Draws trust over events as an SVG that needs nothing but itself: the bridge's words as bands, both
// readings, a mark for each kind of event (shape and colour), labels that never overlap, and all of
// it once more in words for who does not see it.
#include "app/plot.h"

#include "base/arena.h"
#include "bridge/bridge.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

// The colours of the screens.
#define INK    "#2b2233"
#define SOFT   "#655768"
#define ACCENT "#a5392c"

enum {
    WIDTH_LEAST = 860,
    STEP_MOST = 74,
    TOP = 116,
    HEIGHT = 330,
    RIGHT = 132,
    LEFT_LEAST = 92,
    LABEL_BYTES = 220,
    LABEL_APART = 19,
    LISTED_MAX = 60, // events named in the description
};

static const double letter = 6.7;    // width of one at 13 px, rather more than less
static const double slant_x = 0.766; // labels lean by 40 degrees
static const double slant_y = 0.643;

typedef enum Mark { MARK_KEPT, MARK_BROKEN, MARK_DECEIVED, MARK_WORDS, MARK_OTHER, MARKS } Mark;

typedef struct Layout {
    double left, step, width, height, bottom;
    bool labelled[PLOT_STEPS_MAX];
} Layout;

void plot_init(Plot *plot)
{
    *plot = (Plot){ .steps = mem_alloc(sizeof(PlotStep) * PLOT_STEPS_MAX) };
}

void plot_deinit(Plot *plot)
{
    mem_free(plot->steps);
    plot->steps = NULL;
}

bool plot_add(Plot *plot, const PlotStep *step)
{
    if (plot->count >= PLOT_STEPS_MAX) {
        return false;
    }
    plot->steps[plot->count++] = *step;
    return true;
}

// ---- text -----------------------------------------------------------------------------------------

static void add_escaped(Text *out, const char *text)
{
    for (; *text != '\0'; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '&') {
            text_add(out, "&amp;");
        } else if (c == '<') {
            text_add(out, "&lt;");
        } else if (c == '>') {
            text_add(out, "&gt;");
        } else {
            text_add_char(out,
                          c < 0x20 || c == 0x7F ? ' ' : *text); // XML has no control characters
        }
    }
}

static const char *points(int32_t reading, char out[8])
{
    int hundredths = (reading + 5000) / 10000;
    snprintf(out, 8, "%s.%02d", hundredths >= 100 ? "1" : "", hundredths % 100);
    return out;
}

static void label_of(const PlotStep *step, char out[LABEL_BYTES])
{
    snprintf(out, LABEL_BYTES, "%s%s%s", step->said, step->own[0] ? ": " : "", step->own);
}

// ---- layout ---------------------------------------------------------------------------------------

static Mark mark_of(uint8_t kind)
{
    switch ((TrustEventKind)kind) {
    case TRUST_KEPT:
    case TRUST_EXCEEDED:
    case TRUST_HEARD_GOOD:
        return MARK_KEPT;
    case TRUST_MISSED:
    case TRUST_WARNED_LATE:
    case TRUST_MISSED_OWNED:
    case TRUST_EXCUSED:
    case TRUST_STANDARD:
    case TRUST_HEARD_BAD:
        return MARK_BROKEN;
    case TRUST_DECEIVED:
        return MARK_DECEIVED;
    case TRUST_OWNED_UP:
    case TRUST_MOVED:
    case TRUST_APOLOGY:
    case TRUST_VOW:
    case TRUST_DENIAL:
    case TRUST_CLEARED:
        return MARK_WORDS;
    default:
        return MARK_OTHER;
    }
}

// What is labelled first where there is not room for all; 0: not at all. Of the same event line after
// line only the first is named.
static int weight_of(const Plot *plot, int i)
{
    const PlotStep *step = &plot->steps[i];
    bool again = i > 0 && step->own[0] == '\0' && plot->steps[i - 1].own[0] == '\0' &&
                 plot->steps[i - 1].label && strcmp(plot->steps[i - 1].said, step->said) == 0;
    if (!step->label || again) {
        return 0;
    }
    Mark mark = mark_of(step->kind);
    return mark == MARK_DECEIVED  ? 5
           : step->own[0] != '\0' ? 4
           : mark == MARK_BROKEN  ? 3
           : mark == MARK_WORDS   ? 2
                                  : 1;
}

static double x_of(const Layout *layout, int step)
{
    return layout->left + layout->step * (step + 1);
}

static double y_of(int32_t reading)
{
    return TOP + HEIGHT * (1.0 - (double)reading / TRUST_ONE);
}

static bool has_room(const Layout *layout, int count, int step)
{
    int near = (int)ceil(LABEL_APART / layout->step);
    for (int i = step - near + 1; i < step + near; i++) {
        if (i >= 0 && i < count && layout->labelled[i]) {
            return false;
        }
    }
    return true;
}

static Layout lay_out(const Plot *plot)
{
    Layout layout = { .left = LEFT_LEAST };
    double room = WIDTH_LEAST - LEFT_LEAST - RIGHT - 60.0;
    layout.step = fmin(STEP_MOST, fmax(9.0, room / (plot->count > 0 ? plot->count : 1)));
    for (int weight = 5; weight > 0; weight--) {
        for (int i = 0; i < plot->count; i++) {
            if (weight_of(plot, i) == weight && has_room(&layout, plot->count, i)) {
                layout.labelled[i] = true;
            }
        }
    }
    double deepest = 60.0;
    for (int i = 0; i < plot->count; i++) {
        if (layout.labelled[i]) {
            char label[LABEL_BYTES];
            label_of(&plot->steps[i], label);
            double length = (double)utf8_count(label) * letter + 14.0;
            deepest = fmax(deepest, length * slant_y);
            layout.left = fmax(layout.left, 14.0 + length * slant_x - layout.step * (i + 1));
        }
    }
    layout.width = fmax(WIDTH_LEAST, layout.left + layout.step * (plot->count + 0.6) + RIGHT);
    layout.bottom = TOP + HEIGHT;
    layout.height = layout.bottom + 26.0 + deepest + 22.0;
    return layout;
}

// ---- parts ----------------------------------------------------------------------------------------

static void describe(const Plot *plot, Text *out)
{
    char a[8], b[8];
    text_addf(out, "Before anything trust is %s, %s.", points(plot->trust, a),
              bridge_word_name(bridge_word(plot->trust)));
    for (int i = 0; i < plot->count && i < LISTED_MAX; i++) {
        const PlotStep *step = &plot->steps[i];
        char label[LABEL_BYTES];
        label_of(step, label);
        text_addf(out, " %d, ", i + 1);
        add_escaped(out, label);
        text_addf(out, ": trust %s, %s, belief %s%s.", points(step->trust, a),
                  bridge_word_name(bridge_word(step->trust)), points(step->belief, b),
                  step->on_guard ? ", on guard from here" : "");
    }
    if (plot->count > LISTED_MAX) {
        const PlotStep *last = &plot->steps[plot->count - 1];
        text_addf(out, " After %d more events: trust %s, %s, belief %s.", plot->count - LISTED_MAX,
                  points(last->trust, a), bridge_word_name(bridge_word(last->trust)),
                  points(last->belief, b));
    }
}

static void draw_head(const Plot *plot, const Layout *layout, Text *out)
{
    text_addf(out,
              "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" "
              "height=\"%.0f\" role=\"img\" aria-labelledby=\"title description\" "
              "font-family=\"Inter, 'Helvetica Neue', Arial, sans-serif\" font-size=\"13\" "
              "fill=\"" INK "\">\n<title id=\"title\">",
              layout->width, layout->height, layout->width, layout->height);
    add_escaped(out, plot->title);
    text_add(out, "</title>\n<desc id=\"description\">");
    describe(plot, out);
    text_add(out, "</desc>\n<defs><linearGradient id=\"paper\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\">"
                  "<stop stop-color=\"#fbf3e2\"/><stop offset=\"1\" stop-color=\"#f4e7cf\"/>"
                  "</linearGradient></defs>\n");
    text_addf(out,
              "<rect width=\"%.0f\" height=\"%.0f\" rx=\"12\" fill=\"url(#paper)\"/>\n"
              "<text x=\"24\" y=\"42\" font-family=\"Vollkorn, Georgia, serif\" font-size=\"24\" "
              "font-weight=\"600\">",
              layout->width, layout->height);
    add_escaped(out, plot->title);
    text_add(out, "</text>\n");
    text_addf(out, "<text x=\"%.0f\" y=\"42\" text-anchor=\"end\" fill=\"" SOFT "\">",
              layout->width - 24.0);
    add_escaped(out, plot->subtitle);
    text_add(out, "</text>\n");
}

static void draw_bands(const Layout *layout, Text *out)
{
    static const struct {
        const char *fill, *ink;
    } looks[] = {
        [BRIDGE_DOWN] = { "#e7b3a2", "#931f1f" },     [BRIDGE_UNSAFE] = { "#efc9b0", "#931f1f" },
        [BRIDGE_STRAINED] = { "#f5dcbd", "#8a3212" }, [BRIDGE_WORN] = { "#f8eac6", "#6f4400" },
        [BRIDGE_SOUND] = { "#e6eccd", "#2f6a3c" },
    };
    double right = layout->width - RIGHT;
    int32_t above = TRUST_ONE;
    for (int word = BRIDGE_SOUND; word >= BRIDGE_DOWN; word--) {
        int32_t from = bridge_word_threshold((BridgeWord)word);
        char at[8];
        text_addf(out,
                  "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>"
                  "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\" fill=\"%s\" "
                  "font-weight=\"600\">%s</text>"
                  "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\" fill=\"" SOFT "\">%s</text>\n",
                  layout->left, y_of(above), right - layout->left, y_of(from) - y_of(above),
                  looks[word].fill, layout->left - 10.0, (y_of(above) + y_of(from)) / 2.0 + 4.5,
                  looks[word].ink, bridge_word_name((BridgeWord)word), layout->left - 10.0,
                  y_of(from) + 4.5, word == BRIDGE_DOWN ? "0" : points(from, at));
        above = from;
    }
    text_addf(out,
              "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\" fill=\"" SOFT "\">1</text>"
              "<path d=\"M%.1f %.1fH%.1f\" stroke=\"#8f7440\" stroke-dasharray=\"2 4\"/>"
              "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\" fill=\"" SOFT
              "\">below, they refuse</text>\n",
              layout->left - 10.0, y_of(TRUST_ONE) + 4.5, layout->left, y_of(TRUST_ACCEPTS), right,
              right - 8.0, y_of(TRUST_ACCEPTS) + 16.0);
}

static void draw_line(const Plot *plot, const Layout *layout, bool belief, Text *out)
{
    text_addf(
        out,
        "<path fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\" %s d=\"M%.1f %.1f",
        belief ? "stroke=\"" ACCENT "\" stroke-width=\"2.5\" stroke-dasharray=\"1 5\""
               : "stroke=\"" INK "\" stroke-width=\"3\"",
        layout->left, y_of(belief ? plot->belief : plot->trust));
    for (int i = 0; i < plot->count; i++) {
        const PlotStep *step = &plot->steps[i];
        text_addf(out, "L%.1f %.1f", x_of(layout, i), y_of(belief ? step->belief : step->trust));
    }
    text_add(out, "\"/>\n");
}

static void draw_mark(Mark mark, double x, double y, double size, Text *out)
{
    static const char *const fills[MARKS] = { "#f4cf62", "#e2665a", "#e2665a", "#fff8ea", SOFT };
    const char *fill = fills[mark];
    double s = size;
    switch (mark) {
    case MARK_KEPT:
        text_addf(out,
                  "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\" stroke=\"" INK
                  "\" stroke-width=\"2\"/>\n",
                  x, y, s, fill);
        break;
    case MARK_BROKEN:
    case MARK_DECEIVED:
        text_addf(out,
                  "<path d=\"M%.1f %.1fh%.1fv%.1fh%.1fz\" fill=\"%s\" stroke=\"" INK
                  "\" stroke-width=\"2\"/>\n",
                  x - s, y - s, 2.0 * s, 2.0 * s, -2.0 * s, fill);
        if (mark == MARK_DECEIVED) {
            text_addf(out,
                      "<path d=\"M%.1f %.1fl%.1f %.1fm0 %.1fl%.1f %.1f\" stroke=\"" INK
                      "\" stroke-width=\"2\"/>\n",
                      x - s, y - s, 2.0 * s, 2.0 * s, -2.0 * s, -2.0 * s, 2.0 * s);
        }
        break;
    case MARK_WORDS:
        text_addf(
            out,
            "<path d=\"M%.1f %.1fl%.1f %.1fl%.1f %.1fl%.1f %.1fz\" fill=\"%s\" stroke=\"" ACCENT
            "\" stroke-width=\"2\"/>\n",
            x, y - 1.25 * s, 1.25 * s, 1.25 * s, -1.25 * s, 1.25 * s, -1.25 * s, -1.25 * s, fill);
        break;
    case MARK_OTHER:
    case MARKS:
        text_addf(out, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>\n", x, y, 0.6 * s,
                  fill);
        break;
    }
}

static void draw_events(const Plot *plot, const Layout *layout, Text *out)
{
    double size = layout->step < 14.0 ? 3.0 : layout->step < 24.0 ? 4.5 : 6.0;
    for (int i = 0; i < plot->count; i++) {
        const PlotStep *step = &plot->steps[i];
        double x = x_of(layout, i);
        if (step->on_guard) {
            bool late = x > layout->width - RIGHT - 140.0;
            text_addf(out,
                      "<path d=\"M%.1f %dV%.1f\" stroke=\"" INK "\" stroke-dasharray=\"5 4\"/>"
                      "<text x=\"%.1f\" y=\"%d\"%s>on guard from here</text>\n",
                      x, TOP, layout->bottom, x + (late ? -8.0 : 8.0), TOP + 20,
                      late ? " text-anchor=\"end\"" : "");
        }
        draw_mark(mark_of(step->kind), x, y_of(step->trust), size, out);
        if (layout->labelled[i]) {
            char label[LABEL_BYTES];
            label_of(step, label);
            text_addf(out,
                      "<path d=\"M%.1f %.1fv8\" stroke=\"" SOFT "\"/><text text-anchor=\"end\" "
                      "transform=\"translate(%.1f %.1f) rotate(-40)\">",
                      x, layout->bottom, x + 5.0, layout->bottom + 21.0);
            add_escaped(out, label);
            text_add(out, "</text>\n");
        }
    }
}

// The names of the lines at their ends; together where they meet.
static void draw_ends(const Plot *plot, const Layout *layout, Text *out)
{
    const PlotStep *last = &plot->steps[plot->count - 1];
    double x = x_of(layout, plot->count - 1) + 16.0;
    double trust = y_of(last->trust) + 4.5, belief = y_of(last->belief) + 4.5;
    char a[8], b[8];
    if (strcmp(points(last->trust, a), points(last->belief, b)) == 0) {
        text_addf(out,
                  "<text x=\"%.1f\" y=\"%.1f\" font-weight=\"600\">trust %s</text><text x=\"%.1f\" "
                  "y=\"%.1f\" fill=\"" SOFT "\">belief the same</text>\n",
                  x, trust, points(last->trust, a), x, trust + 18.0);
        return;
    }
    belief = fmin(belief, trust - 18.0);
    text_addf(out,
              "<text x=\"%.1f\" y=\"%.1f\" font-weight=\"600\">trust %s</text><text x=\"%.1f\" "
              "y=\"%.1f\" font-weight=\"600\" fill=\"" ACCENT "\">belief %s</text>\n",
              x, trust, points(last->trust, a), x, belief, points(last->belief, b));
}

static void draw_legend(Text *out)
{
    static const struct {
        Mark mark;
        const char *name;
        int width;
    } items[] = {
        { MARK_KEPT, "kept", 68 },         { MARK_BROKEN, "broken", 82 },
        { MARK_DECEIVED, "deceived", 96 }, { MARK_WORDS, "words", 78 },
        { MARK_OTHER, "other", 72 },
    };
    double x = 32.0;
    for (size_t i = 0; i < sizeof items / sizeof items[0]; i++) {
        draw_mark(items[i].mark, x, 76.0, 5.0, out);
        text_addf(out, "<text x=\"%.1f\" y=\"80.5\">%s</text>\n", x + 13.0, items[i].name);
        x += items[i].width;
    }
    text_addf(out,
              "<path d=\"M%.1f 76h26\" stroke=\"" INK "\" stroke-width=\"3\"/><text x=\"%.1f\" "
              "y=\"80.5\">trust: deeds</text><path d=\"M%.1f 76h26\" stroke=\"" ACCENT
              "\" stroke-width=\"2\" stroke-linecap=\"round\" stroke-dasharray=\"1 5\"/>"
              "<text x=\"%.1f\" y=\"80.5\">belief: with words</text>\n",
              x, x + 34.0, x + 130.0, x + 164.0);
}

void plot_write(const Plot *plot, Text *out)
{
    Layout layout = lay_out(plot);
    draw_head(plot, &layout, out);
    draw_legend(out);
    draw_bands(&layout, out);
    draw_line(plot, &layout, true, out);
    draw_line(plot, &layout, false, out);
    draw_events(plot, &layout, out);
    draw_ends(plot, &layout, out);
    text_add(out, "</svg>\n");
}
