// SPDX-License-Identifier: Apache-2.0
// Writes every screen as a picture, and all of them side by side on one sheet.
//
//   screens_gallery OUT [--language TAG] [--size …] [--theme …] [--only NAME]
#include <cstdio>
#include <iostream>
#include <map>

#include "screens/citizen/screen.h"
#include "screens/kit/draw/painter.h"
#include "screens/kit/words.h"
#include "tests/screens/example_views.h"

namespace {

using namespace kiosk;

constexpr int kColumns = 8;
constexpr double kSheetScale = 0.3;
constexpr int kSheetGap = 16;

struct Wanted {
    std::filesystem::path folder;
    visit::Settings settings;
    std::string only;
};

Wanted wantedFrom(int argc, char** argv) {
    Wanted wanted{argc > 1 ? argv[1] : "gallery", {}, {}};
    for (int at = 2; at + 1 < argc; at += 2) {
        const std::string_view option = argv[at];
        const std::string_view value = argv[at + 1];
        if (option == "--only")
            wanted.only = value;
        if (option == "--language")
            wanted.settings.language = {std::string(value)};
        for (int index = 0; index < 4; ++index) {
            if (option == "--size" && value == kit::name(visit::TextSize(index)))
                wanted.settings.textSize = visit::TextSize(index);
            if (option == "--theme" && value == kit::name(visit::Theme(index)))
                wanted.settings.theme = visit::Theme(index);
        }
    }
    return wanted;
}

/// The contact sheet: small pictures in rows.
class Sheet {
public:
    Sheet(const kit::Board& board, int count)
        : cell_{static_cast<int>(board.widthPx * kSheetScale),
                static_cast<int>(board.heightPx * kSheetScale)},
          surface_(cairo_image_surface_create(
              CAIRO_FORMAT_RGB24, kColumns * (cell_.width + kSheetGap) + kSheetGap,
              (count + kColumns - 1) / kColumns * (cell_.height + kSheetGap) + kSheetGap)),
          cairo_(cairo_create(surface_)) {
        cairo_set_source_rgb(cairo_, 0.55, 0.58, 0.60);
        cairo_paint(cairo_);
    }
    ~Sheet() {
        cairo_destroy(cairo_);
        cairo_surface_destroy(surface_);
    }
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;

    void add(const kit::Canvas& canvas) {
        const int x = kSheetGap + count_ % kColumns * (cell_.width + kSheetGap);
        const int y = kSheetGap + count_ / kColumns * (cell_.height + kSheetGap);
        cairo_save(cairo_);
        cairo_translate(cairo_, x, y);
        cairo_scale(cairo_, kSheetScale, kSheetScale);
        cairo_set_source_surface(cairo_, cairo_get_target(canvas.cairo()), 0, 0);
        cairo_pattern_set_filter(cairo_get_source(cairo_), CAIRO_FILTER_BEST);
        cairo_paint(cairo_);
        cairo_restore(cairo_);
        ++count_;
    }
    void write(const std::filesystem::path& file) {
        cairo_surface_write_to_png(surface_, file.c_str());
    }

private:
    struct Cell {
        int width;
        int height;
    };
    Cell cell_;
    cairo_surface_t* surface_;
    cairo_t* cairo_;
    int count_ = 0;
};

int draw(const Wanted& wanted, kit::Assets& assets) {
    auto examples = test::exampleViews();
    if (!wanted.only.empty())
        std::erase_if(examples, [&](const auto& example) { return example.name != wanted.only; });
    Sheet sheet(assets.board, static_cast<int>(examples.size()));
    const citizen::ScreenContext context{assets.board, assets.catalogue, assets.themes,
                                         *assets.typesetter};
    for (test::ExampleView& example : examples) {
        example.view.settings = wanted.settings;
        const auto built = citizen::buildAndFit(example.view, context);
        if (built.fit == kit::Fit::tooTall)
            std::cout << example.name << ": too tall\n";
        kit::Canvas canvas(assets.board);
        kit::paint(built.root, canvas, assets, assets.board.area());
        if (const auto written = canvas.writePng(wanted.folder / (example.name + ".png"));
            !written) {
            std::cerr << written.error().line() << '\n';
            return 2;
        }
        sheet.add(canvas);
    }
    sheet.write(wanted.folder / "contact-sheet.png");
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const Wanted wanted = wantedFrom(argc, argv);
    std::filesystem::create_directories(wanted.folder);
    auto assets = kit::Assets::load(KIOSK_SOURCE_DIR "/assets", kit::Board{});
    if (!assets) {
        std::cerr << assets.error().line() << '\n';
        return 2;
    }
    return draw(wanted, *assets);
}
