// SPDX-License-Identifier: Apache-2.0
// Our reader of drawings beside librsvg, which reads all of SVG.
#include <cmath>

#include <catch2/catch.hpp>
#include <librsvg/rsvg.h>

#include "firmware/base/files.h"
#include "screens/kit/draw/svg/svg_drawing.h"
#include "screens/kit/words.h"
#include "tests/screens/screen_fixture.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::test {
namespace {

constexpr auto kTint = kit::ColourRole::caution;

/// A white square with the drawing in it.
class Square {
public:
    explicit Square(int side)
        : surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, side, side)),
          cairo_(cairo_create(surface_)),
          side_(side) {
        cairo_set_source_rgb(cairo_, 1, 1, 1);
        cairo_paint(cairo_);
    }
    ~Square() {
        cairo_destroy(cairo_);
        cairo_surface_destroy(surface_);
    }
    Square(const Square&) = delete;
    Square& operator=(const Square&) = delete;

    cairo_t* cairo() const { return cairo_; }

    /// The samples of red, green and blue, 0 … 255, row by row.
    std::vector<int> samples() const {
        cairo_surface_flush(surface_);
        const unsigned char* row = cairo_image_surface_get_data(surface_);
        std::vector<int> all;
        for (int y = 0; y < side_; ++y, row += cairo_image_surface_get_stride(surface_))
            for (int x = 0; x < side_ * 4; ++x)
                if (x % 4 != 3) // unused
                    all.push_back(row[x]);
        return all;
    }

private:
    cairo_surface_t* surface_;
    cairo_t* cairo_;
    int side_;
};

struct Apart {
    double mean = 0; ///< of the samples
    double far = 0;  ///< share of samples more than 32 apart
};

Apart apart(const Square& one, const Square& other) {
    const auto a = one.samples();
    const auto b = other.samples();
    Apart apart;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const int difference = std::abs(a[i] - b[i]);
        apart.mean += difference;
        apart.far += difference > 32 ? 1 : 0;
    }
    return {apart.mean / static_cast<double>(a.size()), apart.far / static_cast<double>(a.size())};
}

std::string stylesheet(const kit::Theme& theme) {
    const auto rule = [](std::string_view role, kit::Colour colour) {
        const std::string value = kit::hex(colour);
        return kit::format(".f-{}{fill:{}}.s-{}{stroke:{}}", role, value, role, value);
    };
    std::string css = rule("tint", theme[kTint]);
    for (std::size_t role = 0; role < kit::kColourRoles; ++role)
        css += rule(kit::name(kit::ColourRole(role)), theme.colours[role]);
    return css;
}

void drawByLibrsvg(const Square& square, const std::filesystem::path& file, int side) {
    RsvgHandle* handle = rsvg_handle_new_from_file(file.c_str(), nullptr);
    REQUIRE(handle != nullptr);
    const std::string css = stylesheet(assets().themes.of(visit::Theme::standard));
    rsvg_handle_set_stylesheet(handle, reinterpret_cast<const guint8*>(css.data()), css.size(),
                               nullptr);
    const RsvgRectangle whole{0, 0, double(side), double(side)};
    CHECK(rsvg_handle_render_document(handle, square.cairo(), &whole, nullptr) != FALSE);
    g_object_unref(handle);
}

Apart fromLibrsvg(const std::filesystem::path& file, int side) {
    const Square ours(side);
    const Square theirs(side);
    const auto drawing = kit::SvgDrawing::read(file);
    REQUIRE(drawing);
    drawing->draw(ours.cairo(), side, side, assets().themes.of(visit::Theme::standard), kTint);
    drawByLibrsvg(theirs, file, side);
    return apart(ours, theirs);
}

/// What reading a drawing of this content is refused for; empty where it is read.
std::string refusalOf(std::string_view content) {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "drawing.svg";
    const std::string svg = "<svg viewBox=\"0 0 24 24\">" + std::string(content) + "</svg>";
    REQUIRE(writeFile(file, bytesOf(svg)));
    const auto drawing = kit::SvgDrawing::read(file);
    return drawing ? "" : std::string(drawing.error().code()) + ": " + drawing.error().detail();
}

} // namespace

TEST_CASE("every drawing of the assets looks as librsvg draws it, at each size") {
    for (const std::string& name : assets().drawings.names())
        for (const int side : {24, 96, 400}) {
            const Apart found =
                fromLibrsvg(std::filesystem::path(KIOSK_ICONS) / (name + ".svg"), side);
            INFO(name << " at " << side << " pixels: " << found.mean << ", " << found.far);
            CHECK(found.mean < 0.2);
            CHECK(found.far < 0.001);
        }
}

TEST_CASE("a drawing of what we do not draw is refused, with what it is") {
    const auto [content, named] = GENERATE(table<std::string, std::string>({
        {"<text>A</text>", "text"},
        {"<path d=\"M0 0\" filter=\"url(#a)\"/>", "path filter"},
        {"<rect class=\"f-magenta\" width=\"4\" height=\"4\"/>", "magenta"},
        {"<rect width=\"a\" height=\"4\"/>", "width"},
        {"<g transform=\"skewX(4)\"><path d=\"M0 0\"/></g>", "skewX"},
        {"<g transform=\"translate(4\"><path d=\"M0 0\"/></g>", "translate(4"},
        {"<path d=\"M0 0Q1 1 2 2\"/>", "Q1"},
        {"<path d=\"M0 0L1\"/>", "L1"},
        {"<path d=\"M0 0z1 1\"/>", "z1"},
        {"<path d=\"M0 0A1 1 0 2 0 4 4\"/>", "A1"},
    }));
    INFO(content);
    const std::string refusal = refusalOf(content);
    CHECK(refusal.starts_with("icons.unreadable: "));
    CHECK(refusal.find(named) != std::string::npos);
}

TEST_CASE("a drawing of what we do draw is read") {
    CHECK(refusalOf("<g transform=\"rotate(4 1 1)scale(2 3)\"><circle class=\"s-ink\" cx=\"2\" "
                    "cy=\"2\" r=\"1\"/></g>")
              .empty());
    CHECK(refusalOf("<path d=\"M0 0a1 1 0 014-4l.5.5-1-1s1 1 2 2z\"/>").empty());
}

} // namespace kiosk::test
