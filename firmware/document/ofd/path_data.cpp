// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/ofd/path_data.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace kiosk::document::ofd {

namespace {

/// Walks over operators and numbers.
class PathScanner {
public:
    explicit PathScanner(std::string_view data) : rest_(data) {}

    std::optional<char> nextOperator() {
        skipBlanks();
        if (rest_.empty())
            return std::nullopt;
        const char found = rest_.front();
        if (std::string_view("+-.0123456789").contains(found))
            return repeated();
        rest_.remove_prefix(1);
        last_ = found;
        return found;
    }

    template <std::size_t Count>
    std::optional<std::array<double, Count>> numbers() {
        std::array<double, Count> found{};
        for (double& number : found) {
            skipBlanks();
            if (rest_.starts_with('+'))
                rest_.remove_prefix(1);
            const char* end = rest_.data() + rest_.size();
            const auto [stopped, error] = std::from_chars(rest_.data(), end, number);
            if (error != std::errc{} || !std::isfinite(number) || std::abs(number) > 1e6)
                return std::nullopt;
            rest_.remove_prefix(static_cast<std::size_t>(stopped - rest_.data()));
        }
        return found;
    }

private:
    /// What operands without an operator belong to; nothing after one that takes none.
    std::optional<char> repeated() const {
        if (last_ == 'C')
            return std::nullopt;
        return last_ == 'M' || last_ == 'S' ? 'L' : last_;
    }

    void skipBlanks() {
        const auto first = rest_.find_first_not_of(" \t\r\n,");
        rest_.remove_prefix(std::min(first, rest_.size()));
    }

    std::string_view rest_;
    char last_ = ' '; ///< no operator
};

PathStep lineTo(Point to) {
    return {PathStep::Kind::line, {}, {}, to};
}

PathStep moveTo(Point to) {
    return {PathStep::Kind::move, {}, {}, to};
}

Point between(Point a, Point b, double share) {
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

/// Collects steps and knows where the pen is.
class PathBuilder {
public:
    /// False where the operator is unknown or its operands are incomplete.
    bool add(char op, PathScanner& scanner) {
        switch (op) {
        case 'S':
        case 'M':
            return addPoint(scanner, moveTo);
        case 'L':
            return addPoint(scanner, lineTo);
        case 'Q':
            return addQuadratic(scanner);
        case 'B':
            return addCubic(scanner);
        case 'A':
            return addArc(scanner);
        case 'C':
            steps_.push_back({});
            pen_ = start_;
            return true;
        default:
            return false;
        }
    }

    std::vector<PathStep> take() { return std::move(steps_); }

private:
    void put(const PathStep& step) {
        // A line without a start begins where it is: some producers leave the first M out.
        const bool begins = steps_.empty() && step.kind != PathStep::Kind::move;
        if (begins)
            steps_.push_back(moveTo(pen_));
        if (begins || step.kind == PathStep::Kind::move)
            start_ = step.kind == PathStep::Kind::move ? step.to : pen_;
        steps_.push_back(step);
        pen_ = step.to;
    }

    bool addPoint(PathScanner& scanner, PathStep (*make)(Point)) {
        const auto n = scanner.numbers<2>();
        if (n)
            put(make({(*n)[0], (*n)[1]}));
        return n.has_value();
    }

    bool addQuadratic(PathScanner& scanner) {
        const auto n = scanner.numbers<4>();
        if (!n)
            return false;
        const Point control{(*n)[0], (*n)[1]};
        const Point to{(*n)[2], (*n)[3]};
        put({PathStep::Kind::curve, between(pen_, control, 2.0 / 3), between(to, control, 2.0 / 3),
             to});
        return true;
    }

    bool addCubic(PathScanner& scanner) {
        const auto n = scanner.numbers<6>();
        if (!n)
            return false;
        put({PathStep::Kind::curve, {(*n)[0], (*n)[1]}, {(*n)[2], (*n)[3]}, {(*n)[4], (*n)[5]}});
        return true;
    }

    bool addArc(PathScanner& scanner) {
        const auto n = scanner.numbers<7>();
        if (!n)
            return false;
        const Arc arc{(*n)[0], (*n)[1], (*n)[2], (*n)[3] != 0, (*n)[4] != 0, {(*n)[5], (*n)[6]}};
        for (const PathStep& step : arcToCurves(pen_, arc))
            put(step);
        return true;
    }

    std::vector<PathStep> steps_;
    Point pen_;
    Point start_;
};

} // namespace

std::vector<PathStep> parsePath(std::string_view data) {
    PathScanner scanner(data);
    PathBuilder builder;
    while (const auto op = scanner.nextOperator()) {
        if (!builder.add(*op, scanner))
            break;
    }
    return builder.take();
}

std::vector<PathStep> roundedBox(double width, double height, double radiusX, double radiusY) {
    const double x = std::clamp(radiusX, 0.0, width / 2);
    const double y = std::clamp(radiusY, 0.0, height / 2);
    std::vector<PathStep> steps{moveTo({x, 0})};
    const auto side = [&](Point end, Point corner) {
        steps.push_back(lineTo(end));
        if (x > 0 && y > 0) {
            for (const PathStep& curve : arcToCurves(end, {x, y, 0, false, true, corner}))
                steps.push_back(curve);
        }
    };
    side({width - x, 0}, {width, y});
    side({width, height - y}, {width - x, height});
    side({x, height}, {0, height - y});
    side({0, y}, {x, 0});
    steps.push_back({});
    return steps;
}

} // namespace kiosk::document::ofd
