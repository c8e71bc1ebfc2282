// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/ways_in.h"

#include <algorithm>

namespace kiosk::visit {

namespace {

constexpr int kElderAge = 60;
/// Main text of the elder version (A4).
constexpr TextSize kElderSize = TextSize::large;

} // namespace

bool WaysIn::handle(const Touch& touch) {
    if (std::holds_alternative<touch::OpenLanguages>(touch)) {
        panel_ = Panel::languages;
    } else if (const auto* language = std::get_if<touch::SetLanguage>(&touch)) {
        settings_.language = language->language;
        panel_ = Panel::none;
    } else if (const auto* size = std::get_if<touch::SetTextSize>(&touch))
        setSize(size->size);
    else if (const auto* theme = std::get_if<touch::SetTheme>(&touch))
        settings_.theme = theme->theme;
    else if (const auto* version = std::get_if<touch::SetVersion>(&touch))
        setVersion(version->version);
    else if (const auto* reach = std::get_if<touch::SetReach>(&touch)) {
        settings_.reach = reach->reach;
        offeredLowReach_ = true;
        if (panel_ == Panel::offerLowReach)
            panel_ = Panel::none;
    } else if (const auto* screen = std::get_if<touch::SetScreen>(&touch)) {
        settings_.screen = screen->screen;
        panel_ = Panel::none;
    } else if (std::holds_alternative<touch::OfferLowReach>(touch))
        offer(Panel::offerLowReach, offeredLowReach_);
    else if (std::holds_alternative<touch::OpenSettings>(touch))
        panel_ = Panel::settings;
    else if (std::holds_alternative<touch::ClosePanel>(touch))
        panel_ = Panel::none;
    else
        return false;
    return true;
}

void WaysIn::setVersion(Version version) {
    settings_.version = version;
    offeredElder_ = true;
    setSize(version == Version::elder ? settings_.textSize : Settings{}.textSize);
    if (panel_ == Panel::offerElder)
        panel_ = Panel::none;
}

void WaysIn::setSize(TextSize size) {
    settings_.textSize = settings_.version == Version::elder ? std::max(size, kElderSize) : size;
}

/// Whoever has something else open is busy with that.
void WaysIn::offer(Panel panel, bool& offered) {
    if (offered || panel_ != Panel::none)
        return;
    offered = true;
    panel_ = panel;
}

void WaysIn::ageKnown(int years) {
    if (years >= kElderAge)
        offer(Panel::offerElder, offeredElder_);
}

void WaysIn::stepTaken() {
    if (panel_ == Panel::languages || panel_ == Panel::strangeCard)
        panel_ = Panel::none;
}

void WaysIn::cardNotRead() {
    if (panel_ == Panel::none)
        panel_ = Panel::strangeCard;
}

void WaysIn::switchUsed() {
    if (!std::exchange(settings_.switches, true))
        panel_ = Panel::switches;
}

void WaysIn::reset() {
    panel_ = Panel::none;
    offeredElder_ = false;
    offeredLowReach_ = false;
}

int ageOn(Date today, Date birth) {
    const bool hadBirthday =
        std::pair(today.month(), today.day()) >= std::pair(birth.month(), birth.day());
    return static_cast<int>(today.year()) - static_cast<int>(birth.year()) - (hadBirthday ? 0 : 1);
}

} // namespace kiosk::visit
