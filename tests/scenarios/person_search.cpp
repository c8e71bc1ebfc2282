// SPDX-License-Identifier: Apache-2.0
#include "tests/scenarios/person_search.h"

#include <algorithm>
#include <stdexcept>

#include <iconv.h>

#include "tests/bench/seeded_card.h"

namespace kiosk::tests {

namespace {

std::string converted(const std::string& text, const char* encoding) {
    const iconv_t converter = ::iconv_open(encoding, "UTF-8");
    std::string in = text;
    std::string out(text.size() * 4 + 4, '\0');
    char* from = in.data();
    char* to = out.data();
    std::size_t left = in.size();
    std::size_t room = out.size();
    const bool done = ::iconv(converter, &from, &left, &to, &room) != std::size_t(-1);
    ::iconv_close(converter);
    if (!done)
        throw std::runtime_error(text + " has no form in " + encoding);
    out.resize(out.size() - room);
    return out;
}

/// Where each character of a text begins, and its end.
std::vector<std::size_t> bordersOf(const std::string& text) {
    std::vector<std::size_t> borders;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80)
            borders.push_back(i);
    borders.push_back(text.size());
    return borders;
}

/// Of the kiosk's own regions, which it names.
bool isRegion(std::string_view text) {
    return text == sandbox::kYunzhou || text == sandbox::kHaining;
}

} // namespace

PersonSearch::PersonSearch(std::size_t piece) {
    for (const Holder& person : sandbox::people())
        addPerson(person, piece);
    for (const Holder& enterprise : sandbox::enterprises())
        addPerson(enterprise, piece);
}

void PersonSearch::add(const std::string& text, const std::string& what) {
    for (const char* encoding : {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
        if (std::string bytes = converted(text, encoding);
            std::ranges::find(forms_, bytes, &Form::bytes) == forms_.end())
            forms_.push_back({std::move(bytes), text + ", " + what + ", " + encoding});
}

void PersonSearch::addPerson(const Holder& person, std::size_t piece) {
    constexpr std::size_t kBytesOfRare = 4; // beyond the basic plane
    add(person.name, "name");
    const auto borders = bordersOf(person.name);
    if (borders.size() > 3)
        add(person.name.substr(borders[1]), "given name");
    for (std::size_t i = 0; i + 1 < borders.size(); ++i)
        if (borders[i + 1] - borders[i] == kBytesOfRare)
            add(person.name.substr(borders[i], kBytesOfRare), "character");
    for (std::size_t i = 0; i + piece <= person.code.size(); ++i)
        if (const std::string part = person.code.substr(i, piece); !isRegion(part))
            add(part, "piece of a number");
    if (const auto card = bench::cardOf(person.name); card && !card->address.empty())
        add(card->address, "address");
}

std::vector<std::string> PersonSearch::in(std::string_view content) const {
    std::vector<std::string> found;
    for (const Form& form : forms_)
        if (content.find(form.bytes) != content.npos)
            found.push_back(form.what);
    return found;
}

} // namespace kiosk::tests
