// SPDX-License-Identifier: Apache-2.0
#include "firmware/health/open_metrics.h"

#include <array>
#include <charconv>

namespace kiosk::health {

namespace {

using Labels = std::vector<std::pair<std::string_view, std::string_view>>;

constexpr std::array<std::string_view, 3> kReadyWords{"yes", "no", "unknown"};

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        if (c == '\n')
            safe += "\\n";
        else if (c == '"' || c == '\\')
            safe.append(1, '\\').append(1, c);
        else
            safe += c;
    }
    return safe;
}

/// One exposition, family by family.
class Exposition {
public:
    void begin(std::string name, std::string_view type, std::string_view unit,
               std::string_view help) {
        name_ = std::move(name);
        text_ += "# TYPE " + name_ + " " + std::string(type) + "\n";
        if (!unit.empty())
            text_ += "# UNIT " + name_ + " " + std::string(unit) + "\n";
        text_ += "# HELP " + name_ + " " + escaped(help) + "\n";
    }
    void sample(std::string_view suffix, const Labels& labels, std::string_view value) {
        text_.append(name_).append(suffix);
        std::string_view before = "{";
        for (const auto& [label, said] : labels) {
            text_.append(before).append(label).append("=\"").append(escaped(said)).append("\"");
            before = ",";
        }
        text_.append(labels.empty() ? " " : "} ").append(value).append("\n");
    }
    /// One sample for each word there is; a state set's own label is named as the family.
    void states(Labels labels, std::span<const std::string_view> words, std::string_view said) {
        labels.emplace_back(name_, "");
        for (const std::string_view word : words) {
            labels.back().second = word;
            sample("", labels, word == said ? "1" : "0");
        }
    }
    std::string done() && { return std::move(text_) + "# EOF\n"; }

private:
    std::string name_;
    std::string text_;
};

std::string_view typeOf(Shape shape) {
    switch (shape) {
    case Shape::word:
        return "stateset";
    case Shape::counter:
        return "counter";
    case Shape::text:
        return "info";
    case Shape::flag:
    case Shape::number:
        break;
    }
    return "gauge";
}

std::string numberText(const Value& value) {
    if (const auto* is = std::get_if<bool>(&value))
        return *is ? "1" : "0";
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return std::to_string(*whole);
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), std::get<double>(value)).ptr;
    return {digits.begin(), end};
}

Labels labelsOf(const Fact& fact, const Sample& sample) {
    if (fact.label.empty())
        return {};
    return {{fact.label, sample.label}};
}

void tell(Exposition& exposition, const Fact& fact, const Sample& sample) {
    Labels labels = labelsOf(fact, sample);
    if (!sample.isKnown())
        return;
    if (fact.shape == Shape::word)
        return exposition.states(labels, fact.words, std::get<std::string>(sample.value));
    if (fact.shape == Shape::text) {
        labels.emplace_back(fact.what, std::get<std::string>(sample.value));
        return exposition.sample("_info", labels, "1");
    }
    exposition.sample(fact.shape == Shape::counter ? "_total" : "", labels,
                      numberText(sample.value));
}

void tellFacts(Exposition& exposition, const Health& health) {
    for (const Fact& fact : facts()) {
        exposition.begin("kiosk_" + idOf(fact), typeOf(fact.shape), fact.unit, fact.help);
        for (const Sample& sample : fact.read(health))
            tell(exposition, fact, sample);
    }
    exposition.begin("kiosk_fact_known", "gauge", "", "Whether the fact is known.");
    for (const Fact& fact : facts())
        for (const Sample& sample : fact.read(health))
            exposition.sample("", {{"fact", idOf(fact)}, {"of", sample.label}},
                              sample.isKnown() ? "1" : "0");
}

std::string_view wordOf(const std::optional<bool>& ready) {
    if (!ready)
        return kReadyWords[2];
    return *ready ? kReadyWords[0] : kReadyWords[1];
}

void tellServices(Exposition& exposition, const Health& health) {
    const auto services = readinessOf(health);
    exposition.begin("kiosk_service_ready", "stateset", "", "What citizens can do now.");
    for (const Readiness& readiness : services)
        exposition.states({{"service", name(readiness.service)}, {"region", readiness.region}},
                          kReadyWords, wordOf(readiness.ready));
    exposition.begin("kiosk_service_cause", "info", "", "Why a service is not ready.");
    for (const Readiness& readiness : services)
        if (readiness.why)
            exposition.sample("_info",
                              {{"service", name(readiness.service)},
                               {"region", readiness.region},
                               {"code", readiness.why->code()},
                               {"remedy", name(readiness.why->remedy())}},
                              "1");
}

void tellFindings(Exposition& exposition, const Health& health) {
    exposition.begin("kiosk_finding", "gauge", "",
                     "What is not well: its place among all, most useful first.");
    int place = 0;
    for (const Finding& finding : findingsOf(health))
        exposition.sample("",
                          {{"fact", finding.fact},
                           {"of", finding.label},
                           {"code", finding.cause.code()},
                           {"remedy", name(finding.cause.remedy())},
                           {"stops", finding.stops.isEmpty() ? "no" : "yes"}},
                          std::to_string(++place));
}

} // namespace

std::string openMetricsOf(const Health& health) {
    Exposition exposition;
    tellFacts(exposition, health);
    tellServices(exposition, health);
    tellFindings(exposition, health);
    return std::move(exposition).done();
}

} // namespace kiosk::health
