// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <cairo.h>

#include "firmware/base/result.h"
#include "screens/kit/board.h"
#include "screens/kit/catalogue/languages.h"
#include "screens/kit/layout.h"

namespace kiosk::kit {

/// Measures and draws text with Pango, from the fonts our own fontconfig file names and no others:
/// the same text gives the same pixels on every machine. One thread; keep one for the program's
/// life, the first Chinese layout costs up to half a second.
class Typesetter final : public TextMeasure {
public:
    /// `languages` say which fonts and forms a text gets by its tag. Errors: "fonts.unreadable"
    /// (configuration).
    static Result<std::unique_ptr<Typesetter>> open(const std::filesystem::path& fontsFile,
                                                    const Board& board, const Languages& languages);
    ~Typesetter() override;
    Typesetter(const Typesetter&) = delete;
    Typesetter& operator=(const Typesetter&) = delete;

    ExtentMm measure(std::string_view text, const TextStyle& style, std::string_view lang,
                     std::optional<double> width) override;

    /// Writes in the current colour of `cairo`, whose unit is the pixel; centred vertically.
    void draw(cairo_t* cairo, std::string_view text, const TextStyle& style, std::string_view lang,
              const RectMm& bounds);

    /// Where draw() leaves ink, in millimetres: glyphs may reach over their line.
    RectMm ink(std::string_view text, const TextStyle& style, std::string_view lang,
               const RectMm& bounds);

    /// The families the text is drawn with, each once.
    std::vector<std::string> families(std::string_view text, const TextStyle& style,
                                      std::string_view lang);

    /// How many characters of the text no font has a glyph for (A73).
    int missingGlyphs(std::string_view text, std::string_view lang);

private:
    struct Fonts;
    Typesetter(std::unique_ptr<Fonts> fonts, const Board& board);

    std::unique_ptr<Fonts> fonts_;
    Board board_;
};

} // namespace kiosk::kit
