// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/events_text.h"

#include "firmware/base/event_list.h"

namespace kiosk::events {

namespace {

constexpr std::string_view kHead = R"(# What the kiosk logs

Every line of the kiosk's log is one of these events, and so is every event that a crash's record
names. Nothing else compiles (`firmware/base/event_list.h`), and no field holds a text that somebody
else wrote, so that no person can stand in one.

    LEVEL AREA: SENTENCE event=ID FIELD=VALUE ...

Levels by reader: debug, whoever asks why the kiosk ended (not written); info, field staff reading what
happened; warning, something healed by itself or is done without; error, somebody must act.
)";

constexpr std::string_view kColumns = "\n| Event | Level | Outcome | Sentence | Fields |\n"
                                      "|---|---|---|---|---|\n";

std::string listed(std::span<const std::string_view> words) {
    std::string text;
    for (const std::string_view word : words)
        text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

std::string meaningOf(const Field& field) {
    switch (field.form) {
    case Form::none:
        return "";
    case Form::number:
        return "0 to " + std::to_string(field.most) + ", more, unknown";
    case Form::word:
        return "one of " + listed(field.words);
    case Form::words:
        return "any of " + listed(field.words);
    case Form::flag:
        return "yes or no";
    case Form::code:
        return "an error's code";
    case Form::codes:
        return "errors' codes";
    case Form::region:
        return "an administrative division, six digits";
    case Form::usb:
        return "port, maker and model, classes of interfaces";
    }
    return "";
}

std::string fieldsOf(const Event& event) {
    std::string text;
    for (std::size_t i = 0; i < event.fieldCount(); ++i)
        text.append(i == 0 ? "`" : "; `").append(event.fields[i].name).append("`: ") +=
            meaningOf(event.fields[i]);
    return text;
}

std::string rowOf(const Event& event) {
    std::string row = "| `";
    row.append(event.id).append("` | ");
    row.append(kLevelNames[static_cast<std::size_t>(event.level)]).append(" | ");
    row.append(kOutcomeNames[static_cast<std::size_t>(event.outcome)]).append(" | ");
    row.append(event.sentence).append(" | ");
    return row + fieldsOf(event) + " |\n";
}

} // namespace

std::string eventsText() {
    std::string text(kHead);
    std::string_view area;
    for (const Event& event : kEvents) {
        if (event.area() != area)
            text.append("\n## ").append(event.area()).append("\n").append(kColumns);
        area = event.area();
        text += rowOf(event);
    }
    return text;
}

} // namespace kiosk::events
