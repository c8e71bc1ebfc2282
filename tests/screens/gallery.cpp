// SPDX-License-Identifier: Apache-2.0
// Draws the screens as pictures.
//
//   screens_gallery OUT [--language TAG] [--size …] [--theme …] [--only NAME] [--saying WORDS]
//       every screen, and all of them side by side; with the caption of what is being said
//   screens_gallery --sheets OUT
//       the pictures of the README: a visit, and all screens in each way they are used
#include <algorithm>
#include <cstdio>
#include <iostream>

#include "screens/kit/draw/painter.h"
#include "screens/kit/words.h"
#include "screens/widgets/caption.h"
#include "tests/screens/contact_sheet.h"
#include "tests/screens/screen_fixture.h"

namespace {

using namespace kiosk;
using test::ContactSheet;
using test::ExampleView;

struct Wanted {
    std::filesystem::path folder;
    visit::Settings settings;
    std::string only;
    std::string saying{};
};

constexpr std::string_view kUsage =
    "usage: screens_gallery DIR [--only SCREEN] [--language TAG] [--size NAME] [--theme NAME]\n"
    "                           [--version elder] [--reach low] [--saying WORDS]\n"
    "       screens_gallery --sheets DIR   the pictures of the README\n";

/// The pictures of the README.
struct SheetKind {
    std::string_view file;
    visit::Settings settings;
    int columns = 13; ///< of all screens
    double scale = 0.15;
    std::vector<std::string_view> only = {};
};

std::vector<SheetKind> sheets() {
    return {
        {"screens.png",
         {},
         6,
         0.27,
         {"start", "identify-reading", "choose", "look", "purpose-chosen", "take"}},
        {"screens-zh-cn.png", {}},
        {"screens-elder.png",
         {.textSize = visit::TextSize::large, .version = visit::Version::elder}},
        {"screens-high-contrast.png", {.theme = visit::Theme::yellowOnBlack}},
        {"screens-uyghur.png", {.language = {"ug"}}},
    };
}

Wanted wantedFrom(int argc, char** argv) {
    Wanted wanted{argc > 1 ? argv[1] : "gallery", {}, {}};
    for (int at = 2; at + 1 < argc; at += 2) {
        const std::string_view option = argv[at];
        const std::string_view value = argv[at + 1];
        if (option == "--only")
            wanted.only = value;
        if (option == "--saying")
            wanted.saying = value;
        if (option == "--language")
            wanted.settings.language = {std::string(value)};
        if (option == "--version" && value == "elder") {
            wanted.settings.version = visit::Version::elder;
            wanted.settings.textSize = visit::TextSize::large;
        }
        if (option == "--reach" && value == "low")
            wanted.settings.reach = visit::Reach::low;
        for (int index = 0; index < 4; ++index) {
            if (option == "--size" && value == kit::name(visit::TextSize(index)))
                wanted.settings.textSize = visit::TextSize(index);
            if (option == "--theme" && value == kit::name(visit::Theme(index)))
                wanted.settings.theme = visit::Theme(index);
        }
    }
    return wanted;
}

void draw(const ExampleView& example, const visit::Settings& settings, kit::Canvas& canvas,
          std::string_view saying = {}) {
    auto built = test::build(example, settings, test::context());
    if (built.fit == kit::Fit::tooTall)
        std::cout << example.name << ": too tall\n";
    const auto& language = test::assets().catalogue.languages().of(settings.language.tag);
    const widgets::CaptionManner manner{settings.textSize, language.direction};
    const auto lines =
        widgets::captionLines(built.root, saying, language.tag, manner, *test::assets().typesetter);
    if (!lines.empty())
        built.root = widgets::captioned(std::move(built.root),
                                        {kit::Caption::Sign::voice, lines.front(), language.tag},
                                        manner, *test::assets().typesetter);
    kit::paint(built.root, canvas, test::assets(), canvas.board().area());
}

Result<> drawGallery(const Wanted& wanted) {
    auto examples = test::exampleViews();
    if (!wanted.only.empty())
        std::erase_if(examples, [&](const auto& example) { return example.name != wanted.only; });
    kit::Canvas canvas(test::assets().board);
    ContactSheet sheet(canvas.board(), 8, static_cast<int>(examples.size()), 0.3);
    for (const ExampleView& example : examples) {
        draw(example, wanted.settings, canvas, wanted.saying);
        TRY(canvas.writePng(wanted.folder / (example.name + ".png")));
        sheet.add(canvas);
    }
    return sheet.write(wanted.folder / "contact-sheet.png");
}

Result<> drawSheets(const std::filesystem::path& folder) {
    kit::Canvas canvas(test::assets().board);
    for (const SheetKind& kind : sheets()) {
        auto examples = test::exampleViews();
        if (!kind.only.empty())
            std::erase_if(examples, [&](const auto& example) {
                return std::ranges::count(kind.only, example.name) == 0;
            });
        ContactSheet sheet(canvas.board(), kind.columns, static_cast<int>(examples.size()),
                           kind.scale);
        for (const ExampleView& example : examples) {
            draw(example, kind.settings, canvas);
            sheet.add(canvas);
        }
        TRY(sheet.write(folder / kind.file));
    }
    return {};
}

} // namespace

int main(int argc, char** argv) {
    const bool isForReadme = argc == 3 && std::string_view(argv[1]) == "--sheets";
    if (!isForReadme && argc > 1 && std::string_view(argv[1]).starts_with("--")) {
        std::cerr << kUsage;
        return 64;
    }
    const Wanted wanted = isForReadme ? Wanted{argv[2], {}, {}} : wantedFrom(argc, argv);
    std::filesystem::create_directories(wanted.folder);
    const auto drawn = isForReadme ? drawSheets(wanted.folder) : drawGallery(wanted);
    if (!drawn)
        std::cerr << drawn.error().line() << '\n';
    return drawn ? 0 : 2;
}
