// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/log.h"

#include <cstdio>
#include <mutex>

#include "firmware/base/events.h"
#include "firmware/base/log_line.h"

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

} // namespace

void detail::write(const events::Event& event, std::initializer_list<std::string> values) {
    events::note(event, values.size() == 0 ? std::string_view() : *values.begin());
    Output& out = output();
    const std::scoped_lock lock(out.mutex);
    if (event.level < out.threshold)
        return;
    const std::string line = lineOf(event, {values.begin(), values.size()});
    if (out.sink)
        out.sink(event.level, line);
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
