// SPDX-License-Identifier: Apache-2.0
// A few screens held against pictures that were looked at: drawing and shaping themselves.
// KIOSK_UPDATE_PICTURES=1 draws the pictures anew: look at them before they are committed.
#include <cstdlib>
#include <memory>

#include <catch2/catch.hpp>

#include "screens/kit/draw/painter.h"
#include "screens/kit/words.h"
#include "tests/screens/contact_sheet.h"
#include "tests/screens/screen_fixture.h"

namespace kiosk::test {
namespace {

using visit::TextSize;
using visit::Theme;
namespace fs = std::filesystem;

struct GoldenPicture {
    std::string example;
    visit::Settings settings;

    std::string name() const {
        return kit::format("{}.{}.{}.{}", example, settings.language.tag,
                           kit::name(settings.textSize), kit::name(settings.theme));
    }
};

std::vector<GoldenPicture> goldenPictures() {
    using enum Theme;
    using enum TextSize;
    const visit::Language zhCn{"zh-CN"};
    const visit::Language en{"en"};
    const visit::Language ug{"ug"};
    const visit::Language bo{"bo"};
    const visit::Language zhHant{"zh-Hant"};
    return {
        {"start", {zhCn, normal, standard}},
        {"start", {en, largest, lowContrast}},
        {"start-limited", {zhCn, normal, blackOnWhite}},
        {"identify", {zhCn, large, standard}},
        {"identify-reading", {en, normal, yellowOnBlack}},
        {"choose-more", {zhCn, normal, standard}},
        {"choose", {en, largest, yellowOnBlack}},
        {"look", {zhCn, normal, standard}},
        {"look-not-valid", {zhCn, small, blackOnWhite}},
        {"look-cannot-tell", {en, large, lowContrast}},
        {"purpose-chosen", {zhCn, normal, lowContrast}},
        {"printing-no-paper", {zhCn, large, yellowOnBlack}},
        {"take-card", {en, normal, standard}},
        {"find-pinyin", {zhCn, normal, standard}},
        {"find-strokes", {{"ug"}, normal, standard}},
        {"kept", {zhCn, normal, standard}},
        {"scan", {zhCn, normal, standard}},
        {"copy-valid", {zhCn, largest, standard}},
        {"trouble-expired", {en, normal, blackOnWhite}},
        {"idle-question", {zhCn, normal, standard}},
        {"look", {ug, normal, standard}},
        {"choose", {bo, normal, standard}},
        {"start", {zhHant, normal, standard}},
        {"languages", {zhCn, normal, standard}},
        {"settings-panel", {zhCn, normal, standard}},
    };
}

struct Destroy {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, Destroy>;

constexpr int kVisible = 24;         ///< of 255, in any channel
constexpr double kTolerated = 0.001; ///< share of the pixels
constexpr std::uint32_t kMark = 0xFF0066;

std::uint32_t* pixelsOf(cairo_surface_t* surface, int y) {
    unsigned char* bytes =
        cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface);
    return reinterpret_cast<std::uint32_t*>(bytes); // Cairo's RGB24 is made of these
}

bool differ(std::uint32_t one, std::uint32_t other) {
    for (const unsigned shift : {0U, 8U, 16U})
        if (std::abs(static_cast<int>(one >> shift & 0xFFU) -
                     static_cast<int>(other >> shift & 0xFFU)) > kVisible)
            return true;
    return false;
}

/// The share of pixels that differ; `marked` shows where. All of them where the sizes differ.
double compare(cairo_surface_t* master, const kit::Canvas& drawn, cairo_surface_t* marked) {
    const kit::Board& board = drawn.board();
    if (cairo_image_surface_get_width(master) != board.widthPx ||
        cairo_image_surface_get_height(master) != board.heightPx)
        return 1;
    int differing = 0;
    for (int y = 0; y < board.heightPx; ++y)
        for (int x = 0; x < board.widthPx; ++x) {
            const std::uint32_t now = coarse(drawn.row(y)[static_cast<std::size_t>(x)]);
            const bool other = differ(pixelsOf(master, y)[x], now);
            differing += other ? 1 : 0;
            pixelsOf(marked, y)[x] = other ? kMark : (now >> 2U & 0x3F3F3F) + 0xC0C0C0;
        }
    cairo_surface_mark_dirty(marked);
    return static_cast<double>(differing) / (board.widthPx * board.heightPx);
}

fs::path masterOf(const GoldenPicture& picture) {
    return fs::path(KIOSK_SOURCE_DIR "/tests/screens/golden") / (picture.name() + ".png");
}

/// Small on the disk: coarse tones, and no fourth channel.
void writeOpaque(const kit::Canvas& drawn, const fs::path& file) {
    const kit::Board& board = drawn.board();
    const Surface opaque(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, board.widthPx, board.heightPx));
    for (int y = 0; y < board.heightPx; ++y)
        std::ranges::transform(drawn.row(y), pixelsOf(opaque.get(), y), coarse);
    cairo_surface_mark_dirty(opaque.get());
    REQUIRE(cairo_surface_write_to_png(opaque.get(), file.c_str()) == CAIRO_STATUS_SUCCESS);
}

/// Master, new and difference beside each other in the build folder.
std::string leftForReview(const GoldenPicture& picture, const kit::Canvas& drawn,
                          cairo_surface_t* marked) {
    const fs::path folder(KIOSK_BINARY_DIR "/screens-pictures");
    fs::create_directories(folder);
    const auto file = [&](std::string_view which) {
        return folder / kit::format("{}.{}.png", picture.name(), which);
    };
    fs::copy_file(masterOf(picture), file("master"), fs::copy_options::overwrite_existing);
    writeOpaque(drawn, file("new"));
    cairo_surface_write_to_png(marked, file("difference").c_str());
    return kit::format("compare {}, {} and {}", file("master").string(), file("new").string(),
                       file("difference").string());
}

void draw(const GoldenPicture& picture, kit::Canvas& canvas) {
    const auto views = exampleViews();
    const auto example = std::ranges::find(views, picture.example, &ExampleView::name);
    REQUIRE(example != views.end());
    const auto built = build(*example, picture.settings, context());
    kit::paint(built.root, canvas, assets(), canvas.board().area());
}

} // namespace

TEST_CASE("U1 screens are drawn as their golden pictures show them") {
    kit::Canvas canvas(assets().board);
    const Surface marked(cairo_image_surface_create(CAIRO_FORMAT_RGB24, canvas.board().widthPx,
                                                    canvas.board().heightPx));
    for (const GoldenPicture& picture : goldenPictures()) {
        INFO(picture.name());
        draw(picture, canvas);
        if (std::getenv("KIOSK_UPDATE_PICTURES") != nullptr)
            writeOpaque(canvas, masterOf(picture));
        const Surface master(cairo_image_surface_create_from_png(masterOf(picture).c_str()));
        REQUIRE(cairo_surface_status(master.get()) == CAIRO_STATUS_SUCCESS);
        const double share = compare(master.get(), canvas, marked.get());
        if (share > kTolerated)
            FAIL_CHECK(leftForReview(picture, canvas, marked.get()));
    }
}

TEST_CASE("A golden picture sees a text of another colour, and a line moved by one pixel") {
    kit::Canvas canvas(assets().board);
    const Surface marked(cairo_image_surface_create(CAIRO_FORMAT_RGB24, canvas.board().widthPx,
                                                    canvas.board().heightPx));
    draw({"look", {}}, canvas);
    const fs::path file = fs::path(KIOSK_BINARY_DIR) / "look-as-drawn.png";
    writeOpaque(canvas, file);
    const Surface master(cairo_image_surface_create_from_png(file.c_str()));
    CHECK(compare(master.get(), canvas, marked.get()) == 0);
    const kit::RectMm title{12, 52, 120, 12};
    canvas.fill(title, 0, {0xC0, 0xC8, 0xCA});
    CHECK(compare(master.get(), canvas, marked.get()) > kTolerated);
    draw({"look", {}}, canvas);
    cairo_surface_t* frame = cairo_get_target(canvas.cairo());
    cairo_set_source_surface(canvas.cairo(), master.get(), 0, 1);
    cairo_paint(canvas.cairo());
    cairo_surface_flush(frame);
    CHECK(compare(master.get(), canvas, marked.get()) > kTolerated);
}

} // namespace kiosk::test
