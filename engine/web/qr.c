// One path of squares, drawn in runs.
#include "web/qr.h"

#include <qrencode.h>

enum { QUIET = 3 };

bool web_qr(const char *text, Text *out)
{
    QRcode *code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
    if (!code) {
        return false;
    }
    int side = code->width + 2 * QUIET;
    text_addf(out,
              "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
              "shape-rendering=\"crispEdges\"><rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>"
              "<path fill=\"#171228\" d=\"",
              side, side, side, side);
    for (int y = 0; y < code->width; y++) {
        for (int x = 0; x < code->width; x++) {
            int run = 0;
            while (x + run < code->width && (code->data[y * code->width + x + run] & 1) != 0) {
                run++;
            }
            if (run > 0) {
                text_addf(out, "M%d %dh%dv1h-%dz", x + QUIET, y + QUIET, run, run);
                x += run;
            }
        }
    }
    text_add(out, "\"/></svg>");
    QRcode_free(code);
    return true;
}

bool web_qr_dots(const char *text, int *side, Text *out)
{
    QRcode *code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
    if (!code) {
        return false;
    }
    *side = code->width;
    for (int i = 0; i < code->width * code->width; i++) {
        text_add_char(out, (code->data[i] & 1) != 0 ? '1' : '0');
    }
    QRcode_free(code);
    return true;
}
