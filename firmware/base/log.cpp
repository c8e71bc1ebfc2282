// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/log.h"

#include <cstdio>
#include <mutex>

namespace kiosk::log {

namespace {

struct Output {
    std::mutex mutex;
    Sink sink;
    Level threshold = Level::info;
};

Output& output() {
    static Output instance;
    return instance;
}

std::string_view name(Level level) {
    switch (level) {
    case Level::debug:
        return "debug";
    case Level::info:
        return "info";
    case Level::warning:
        return "warning";
    case Level::error:
        return "error";
    }
    return "error";
}

} // namespace

void write(Level level, std::string_view area, std::string_view sentence,
           std::initializer_list<Field> fields) {
    Output& out = output();
    const std::scoped_lock lock(out.mutex);
    if (level < out.threshold)
        return;
    std::string line =
        std::string(name(level)) + " " + std::string(area) + ": " + std::string(sentence);
    for (const auto& [key, value] : fields)
        line += " " + std::string(key) + "=" + value;
    if (out.sink)
        out.sink(level, line);
    else
        std::fprintf(stderr, "%s\n", line.c_str());
}

void setSink(Sink sink) {
    const std::scoped_lock lock(output().mutex);
    output().sink = std::move(sink);
}

void setThreshold(Level level) {
    const std::scoped_lock lock(output().mutex);
    output().threshold = level;
}

} // namespace kiosk::log
