// SPDX-License-Identifier: Apache-2.0
#include "tests/support/code_pictures.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <string>

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

namespace kiosk::tests {

namespace {

using drivers::Frame;

constexpr double kQuietModules = 4;
// Of the writer's 0 to 8.
constexpr int kCorrectionLow = 0;
constexpr int kCorrectionMedium = 2;

struct Point {
    double x = 0, y = 0;
};

struct Blot {
    Point centre;
    double radius = 0;
    bool dark = false;
};

/// The code on its white ground, in module coordinates with the origin in its middle.
class CodeFace {
public:
    CodeFace(std::string_view text, const CodePicture& how, std::mt19937_64& random)
        : matrix_(encode(text, how.correction)), half_(matrix_.width() / 2.0), ink_(how.ink) {
        addBlots(how.damagedShare, random);
    }

    bool covers(Point p) const {
        return std::max(std::abs(p.x), std::abs(p.y)) < half_ + kQuietModules;
    }

    /// 0 to 255 as it was printed.
    double levelAt(Point p) const {
        const bool light = (ink_ == CodePicture::Ink::darkOnLight) != isInkAt(p);
        return light ? 255 : 0;
    }

private:
    static ZXing::BitMatrix encode(std::string_view text, CodePicture::Correction correction) {
        const bool low = correction == CodePicture::Correction::low;
        ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
        writer.setEncoding(ZXing::CharacterSet::UTF8);
        writer.setEccLevel(low ? kCorrectionLow : kCorrectionMedium).setMargin(0);
        return writer.encode(std::string(text), 0, 0);
    }

    void addBlots(double share, std::mt19937_64& random) {
        std::uniform_real_distribution<double> place(-half_, half_);
        std::uniform_real_distribution<double> radius(0.6, 2.2);
        for (double left = share * 4 * half_ * half_; left > 0;) {
            const Blot blot{{place(random), place(random)}, radius(random), (random() & 1U) != 0};
            blots_.push_back(blot);
            left -= std::numbers::pi * blot.radius * blot.radius;
        }
    }

    bool isInkAt(Point p) const {
        for (const Blot& blot : blots_) {
            if (std::hypot(p.x - blot.centre.x, p.y - blot.centre.y) < blot.radius)
                return blot.dark;
        }
        const int column = static_cast<int>(std::floor(p.x + half_));
        const int row = static_cast<int>(std::floor(p.y + half_));
        return column >= 0 && row >= 0 && column < matrix_.width() && row < matrix_.height() &&
               matrix_.get(column, row);
    }

    ZXing::BitMatrix matrix_;
    double half_;
    CodePicture::Ink ink_;
    std::vector<Blot> blots_;
};

/// Where the camera's pixel looks on the code: turned and tilted.
class View {
public:
    explicit View(const CodePicture& how)
        : cos_(std::cos(how.degrees * std::numbers::pi / 180)),
          sin_(std::sin(how.degrees * std::numbers::pi / 180)),
          scale_(1 / how.modulePixels),
          middle_{how.width / 2.0, how.height / 2.0},
          slope_(how.tilt / how.height) {}

    Point onCode(double x, double y) const {
        const double distance = 1 + slope_ * (y - middle_.y);
        const double across = (x - middle_.x) * distance * scale_;
        const double down = (y - middle_.y) * distance * scale_;
        return {across * cos_ + down * sin_, down * cos_ - across * sin_};
    }

private:
    double cos_, sin_, scale_;
    Point middle_;
    double slope_;
};

/// Stripes of several widths, so that a global threshold or a lone edge finds nothing easy.
double groundAt(int x, int y, std::uint64_t seed) {
    const double phase = static_cast<double>(seed % 97);
    return 120 + 40 * std::sin((x + 2 * y) / 23.0 + phase) + 25 * std::sin((3 * x - y) / 11.0);
}

/// What of the light that falls on the left edge falls here, and a lamp's reflection added.
double lit(double level, const CodePicture& how, int x, int y) {
    constexpr double kSpotRadius = 0.18; // of the width
    const double across = static_cast<double>(x) / how.width;
    const double fromSpot =
        std::hypot(across - 0.6, (y - 0.4 * how.height) / how.width) / kSpotRadius;
    return level * (1 - how.shading * across) + 255 * how.glare * std::exp(-fromSpot * fromSpot);
}

double sampled(const CodeFace& face, const View& view, int x, int y) {
    double sum = 0;
    for (const double dy : {0.25, 0.75}) {
        for (const double dx : {0.25, 0.75})
            sum += face.levelAt(view.onCode(x + dx, y + dy));
    }
    return sum / 4;
}

/// Three box blurs come near to a Gaussian; here one pass along each axis with a fractional rim.
void blurAlong(std::vector<double>& values, std::size_t start, std::size_t step, int count,
               double radius) {
    std::vector<double> line(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < line.size(); ++i)
        line[i] = values[start + i * step];
    const int whole = static_cast<int>(radius);
    const double rim = radius - whole;
    const auto at = [&](int i) {
        return line[static_cast<std::size_t>(std::clamp(i, 0, count - 1))];
    };
    for (int i = 0; i < count; ++i) {
        double sum = rim * (at(i - whole - 1) + at(i + whole + 1));
        for (int k = -whole; k <= whole; ++k)
            sum += at(i + k);
        values[start + static_cast<std::size_t>(i) * step] = sum / (2 * radius + 1);
    }
}

void blur(std::vector<double>& values, const CodePicture& how) {
    if (how.blurPixels <= 0)
        return;
    const auto width = static_cast<std::size_t>(how.width);
    for (int pass = 0; pass < 2; ++pass) {
        for (std::size_t y = 0; y < static_cast<std::size_t>(how.height); ++y)
            blurAlong(values, y * width, 1, how.width, how.blurPixels);
        for (std::size_t x = 0; x < width; ++x)
            blurAlong(values, x, width, how.height, how.blurPixels);
    }
}

/// Contrast and grain, as the sensor adds them.
Frame exposed(const std::vector<double>& values, const CodePicture& how, std::mt19937_64& random) {
    Frame frame{how.width, how.height, std::vector<std::uint8_t>(values.size())};
    std::normal_distribution<double> grain(0, std::max(how.noise, 1e-9));
    std::ranges::transform(values, frame.luma.begin(), [&](double value) {
        const double level = 128 + (value - 128) * how.contrast + grain(random);
        return static_cast<std::uint8_t>(std::clamp(level, 0.0, 255.0));
    });
    return frame;
}

/// `ground` gives the level at (x, y) where the code is not.
template <typename Ground>
Frame drawOn(std::string_view text, const CodePicture& how, const Ground& ground) {
    std::mt19937_64 random(how.seed);
    const CodeFace face(text, how, random);
    const View view(how);
    std::vector<double> values;
    values.reserve(static_cast<std::size_t>(how.width) * static_cast<std::size_t>(how.height));
    for (int y = 0; y < how.height; ++y) {
        for (int x = 0; x < how.width; ++x) {
            const bool onCode = face.covers(view.onCode(x + 0.5, y + 0.5));
            values.push_back(lit(onCode ? sampled(face, view, x, y) : ground(x, y), how, x, y));
        }
    }
    blur(values, how);
    return exposed(values, how, random);
}

} // namespace

Frame drawCode(std::string_view text, const CodePicture& how) {
    return drawOn(text, how, [&](int x, int y) { return groundAt(x, y, how.seed); });
}

Frame drawCode(std::string_view text, const CodePicture& how, const Frame& ground) {
    return drawOn(text, how, [&](int x, int y) -> double {
        return ground.row(y)[static_cast<std::size_t>(x)];
    });
}

Frame groundFrame(int width, int height, std::uint64_t seed) {
    Frame frame{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            frame.luma.push_back(static_cast<std::uint8_t>(groundAt(x, y, seed)));
    return frame;
}

Frame plainFrame(int width, int height, int level) {
    return {width, height,
            std::vector<std::uint8_t>(static_cast<std::size_t>(width) *
                                          static_cast<std::size_t>(height),
                                      static_cast<std::uint8_t>(level))};
}

} // namespace kiosk::tests
