// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <variant>

#include "firmware/health/health.h"

namespace kiosk::health {

/// What citizens come for.
enum class Service { identify, print, verify, lookUp };
inline constexpr std::size_t kServices = 4;
std::string_view name(Service service);

/// A set of them.
class Services {
public:
    constexpr Services() = default;
    constexpr Services(std::initializer_list<Service> services) {
        for (const Service service : services)
            bits_ |= bitOf(service);
    }
    constexpr bool has(Service service) const { return (bits_ & bitOf(service)) != 0; }
    constexpr bool isEmpty() const { return bits_ == 0; }

    bool operator==(const Services&) const = default;

private:
    static constexpr unsigned bitOf(Service service) {
        return 1U << static_cast<unsigned>(service);
    }
    unsigned bits_ = 0;
};

/// Nothing: not known.
using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string>;

/// One fact of one kiosk as it stands.
struct Sample {
    std::string label{}; ///< "printer", "link", "990000"; empty for a fact that there is once
    Value value{};
    Services carries{};           ///< not ready while this is not well, unknown while it is unknown
    bool pending = false;         ///< known, but on its way: as good as unknown for what it carries
    std::optional<Cause> fault{}; ///< where it is not well; a warning where it carries nothing

    bool isKnown() const { return !std::holds_alternative<std::monostate>(value); }
};

enum class Shape {
    flag,    ///< bool
    word,    ///< one of Fact::words
    number,  ///< as it is now
    counter, ///< only grows, but for a part that is swapped
    text     ///< of the form Fact::pattern
};

/// What there is to say of every kiosk, declared once: the outlets know no fact by itself.
struct Fact {
    std::string_view group; ///< "printer"
    std::string_view what;  ///< "paper"
    std::string_view unit;  ///< OpenMetrics base unit, "seconds"; empty where there is none
    Shape shape = Shape::number;
    std::string_view help; ///< one sentence
    std::string_view
        label; ///< what Sample::label says: "part"; empty for a fact that there is once
    std::span<const std::string_view> words; ///< closed list of a word
    std::string_view pattern;                ///< of a text, a regular expression
    std::vector<Sample> (*read)(const Health&);
    bool inCodes = true; ///< else it would take the codes for a phone one code more
};

/// One of those that are counted of each device over its life here, or the day they began.
bool isCounted(const Fact& fact);

/// In the order in which they rest on each other, as far as they do: the first fault that keeps a
/// service away is the one to begin with.
std::span<const Fact> facts();

/// "left_sheets": its name within its group, in every outlet.
std::string nameOf(const Fact& fact);
/// "printer_left_sheets".
std::string idOf(const Fact& fact);

} // namespace kiosk::health
