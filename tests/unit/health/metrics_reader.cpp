// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/health/metrics_reader.h"

#include <regex>
#include <set>
#include <sstream>
#include <stdexcept>

namespace kiosk::tests {

namespace {

void require(bool holds, const std::string& what, const std::string& line) {
    if (!holds)
        throw std::runtime_error(what + ": " + line);
}

std::map<std::string, std::string> labelsIn(const std::string& text) {
    static const std::regex kLabel(R"re(([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)")re");
    static const std::regex kAll(
        R"re((?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\["\\n])*"(?:,(?=[a-zA-Z_]))?)+)re");
    require(std::regex_match(text, kAll), "labels", text);
    std::map<std::string, std::string> labels;
    for (std::sregex_iterator at(text.begin(), text.end(), kLabel), end; at != end; ++at)
        require(labels.emplace(at->str(1), at->str(2)).second, "a label twice", text);
    return labels;
}

void checkSample(const MetricFamily& family, const MetricSample& sample, const std::string& line) {
    static const std::map<std::string, std::string> kSuffixes{
        {"gauge", ""}, {"counter", "_total"}, {"info", "_info"}, {"stateset", ""}};
    require(sample.name == family.name + kSuffixes.at(family.type), "suffix of its type", line);
    if (family.type == "info")
        require(sample.value == "1", "an info is 1", line);
    if (family.type == "stateset")
        require(sample.labels.contains(family.name) && (sample.value == "0" || sample.value == "1"),
                "a state set has its own label and is 0 or 1", line);
    if (family.type == "counter")
        require(std::stod(sample.value) >= 0, "a counter is not negative", line);
    for (const MetricSample& other : family.samples)
        require(other.labels != sample.labels, "a sample twice", line);
}

class Reader {
public:
    void line(const std::string& line) {
        static const std::regex kComment(R"re(# (TYPE|UNIT|HELP) ([a-zA-Z_:][\w:]*) (.+))re");
        static const std::regex kSample(
            R"re(([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?))re");
        require(!ended_, "a line behind the end", line);
        std::smatch found;
        if (line == "# EOF")
            ended_ = true;
        else if (std::regex_match(line, found, kComment))
            comment(found[1], found[2], found[3], line);
        else if (std::regex_match(line, found, kSample))
            sample({found[1], found[2].matched ? labelsIn(found[2]) : decltype(labelsIn("")){},
                    found[3]},
                   line);
        else
            require(false, "neither comment nor sample", line);
    }
    std::map<std::string, MetricFamily> done() {
        require(ended_, "no end", "");
        return families_;
    }

private:
    void comment(const std::string& what, const std::string& name, const std::string& said,
                 const std::string& line) {
        if (what == "TYPE") {
            require(families_.emplace(name, MetricFamily{name, said, "", "", {}}).second,
                    "a family twice", line);
            current_ = name;
        }
        require(name == current_, "of another family", line);
        MetricFamily& family = families_.at(name);
        require(family.samples.empty(), "metadata behind a sample", line);
        if (what == "UNIT") {
            require(name.ends_with("_" + said), "the name ends in its unit", line);
            require(family.type == "gauge" || family.type == "counter", "a unit here", line);
            family.unit = said;
        }
        if (what == "HELP")
            family.help = said;
    }
    void sample(const MetricSample& sample, const std::string& line) {
        require(families_.contains(current_), "a sample before its family", line);
        MetricFamily& family = families_.at(current_);
        checkSample(family, sample, line);
        family.samples.push_back(sample);
    }

    std::map<std::string, MetricFamily> families_;
    std::string current_;
    bool ended_ = false;
};

} // namespace

std::map<std::string, MetricFamily> readOpenMetrics(const std::string& text) {
    require(text.ends_with("# EOF\n"), "no end", "");
    Reader reader;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        reader.line(line);
    return reader.done();
}

std::optional<std::string> metricOf(const MetricFamily& family,
                                    const std::map<std::string, std::string>& labels) {
    for (const MetricSample& sample : family.samples)
        if (sample.labels == labels)
            return sample.value;
    return std::nullopt;
}

} // namespace kiosk::tests
