// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/draw/svg/path.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>

#include "firmware/document/ofd/path_data.h"

namespace kiosk::kit::svg {
namespace {

using document::ofd::PathStep;
using document::ofd::Point;

/// Letters and numbers; blanks and commas between them are optional.
class PathWords {
public:
    explicit PathWords(std::string_view data) : rest_(data) { skipBlanks(); }

    bool atEnd() const { return rest_.empty(); }
    bool atLetter() const {
        return !atEnd() && std::isalpha(static_cast<unsigned char>(rest_.front())) != 0;
    }

    char letter() {
        const char found = rest_.front();
        advance(1);
        return found;
    }
    /// 0 and `failed()` where there is none.
    double number() {
        double found = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), found);
        failed_ |= error != std::errc{} || !std::isfinite(found);
        advance(static_cast<std::size_t>(end - rest_.data()));
        return found;
    }
    /// One digit: "01" are two of them.
    bool flag() {
        const bool isFlag = rest_.starts_with('0') || rest_.starts_with('1');
        failed_ |= !isFlag;
        return isFlag && letter() == '1';
    }
    bool failed() const { return failed_; }

private:
    void advance(std::size_t count) {
        rest_.remove_prefix(count);
        skipBlanks();
    }
    void skipBlanks() {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n,"), rest_.size()));
    }

    std::string_view rest_;
    bool failed_ = false;
};

class PathBuilder {
public:
    explicit PathBuilder(PathWords& words) : words_(words) {}

    /// One command with its operands. False for a letter that is none.
    bool add(char letter) {
        isRelative_ = std::islower(static_cast<unsigned char>(letter)) != 0;
        const Point mirrored = letter_ == 'c' || letter_ == 's' ? mirror(handle_) : pen_;
        letter_ = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
        switch (letter_) {
        case 'm':
            move(point());
            return true;
        case 'l':
            put({PathStep::Kind::line, {}, {}, point()});
            return true;
        case 'h':
            put({PathStep::Kind::line, {}, {}, {words_.number() + base().x, pen_.y}});
            return true;
        case 'v':
            put({PathStep::Kind::line, {}, {}, {pen_.x, words_.number() + base().y}});
            return true;
        case 'c':
            curve(point());
            return true;
        case 's':
            curve(mirrored);
            return true;
        case 'a':
            arc();
            return true;
        case 'z':
            steps_.push_back({});
            pen_ = start_;
            return true;
        default:
            return false;
        }
    }
    /// What operands without a letter belong to: more points of a move are lines.
    char repeated() const {
        const char letter = letter_ == 'm' ? 'l' : letter_;
        return isRelative_ ? letter
                           : static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    }
    std::vector<PathStep> take() { return std::move(steps_); }

private:
    Point base() const { return isRelative_ ? pen_ : Point{}; }
    Point mirror(Point point) const { return {2 * pen_.x - point.x, 2 * pen_.y - point.y}; }

    Point point() {
        const double x = words_.number();
        return {x + base().x, words_.number() + base().y};
    }
    void move(Point to) {
        put({PathStep::Kind::move, {}, {}, to});
        start_ = to;
    }
    void curve(Point first) {
        handle_ = point();
        const Point to = point();
        put({PathStep::Kind::curve, first, handle_, to});
    }
    void arc() {
        document::ofd::Arc arc;
        arc.radiusX = words_.number();
        arc.radiusY = words_.number();
        arc.rotation = words_.number();
        arc.large = words_.flag();
        arc.clockwise = words_.flag();
        arc.to = point();
        for (const PathStep& step : document::ofd::arcToCurves(pen_, arc))
            put(step);
    }
    void put(const PathStep& step) {
        steps_.push_back(step);
        pen_ = step.to;
    }

    PathWords& words_;
    std::vector<PathStep> steps_;
    Point pen_, start_;
    Point handle_; ///< the second one of the curve before
    char letter_ = ' ';
    bool isRelative_ = false;
};

} // namespace

std::optional<std::vector<PathStep>> parsePath(std::string_view data) {
    PathWords words(data);
    PathBuilder path(words);
    char letter = ' ';
    while (!words.atEnd()) {
        const bool isClosed = letter == 'z' || letter == 'Z'; // takes no operands
        if (!words.atLetter() && isClosed)
            return std::nullopt;
        letter = words.atLetter() ? words.letter() : path.repeated();
        if (!path.add(letter) || words.failed())
            return std::nullopt;
    }
    return path.take();
}

} // namespace kiosk::kit::svg
