// SPDX-License-Identifier: Apache-2.0
// `draw_page FILE.ofd DPI OUT.ppm`: opens, verifies and draws the first page in this one process:
// what kiosk-reader does behind its walls, where no instrument can count.
#include <cstdio>
#include <cstdlib>

#include "firmware/app/kioskctl/pixel_map.h"
#include "firmware/base/files.h"
#include "firmware/reading/plain_reader.h"

namespace {

using namespace kiosk;

Result<> draw(const char* file, double dpi, const char* target) {
    reading::PlainReader reader({});
    const auto opened = TRY(reader.open(TRY(readFile(file)), SystemClock().wall()));
    return app::writePixelMap(target, *opened, 0, {dpi});
}

} // namespace

int main(int count, char** words) {
    if (count != 4) {
        std::fputs("usage: draw_page FILE.ofd DPI OUT.ppm\n", stderr);
        return 64;
    }
    const auto drawn = draw(words[1], std::strtod(words[2], nullptr), words[3]);
    if (!drawn)
        std::fprintf(stderr, "draw_page: %s\n", drawn.error().line().c_str());
    return drawn ? 0 : 2;
}
