// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/flow/listening.h"

#include <algorithm>
#include <array>
#include <map>
#include <ranges>
#include <utility>

#include "screens/kit/words.h"
#include "tests/scenarios/virtual_play.h"

namespace kiosk::flow {

namespace {

using namespace std::chrono_literals;
using kit::Key;

constexpr std::chrono::milliseconds kBetweenListening{200};
constexpr std::chrono::seconds kLongestSpeech{240};
/// More than any screen has targets, there and back.
constexpr int kMostStrikes = 60;

struct Expected {
    std::string_view wish;
    std::string_view key;         ///< of the catalogue
    std::string_view value = "1"; ///< in it: of sheets, at the end
};

/// Whoever acts for it knows its name.
constexpr std::string_view kCompany = "云州市浮梦文化有限公司";

/// What is waited for at a thing to press, and when a screen comes.
constexpr std::array kThings{
    Expected{"begin", "start.begin"},
    Expected{"by-matter", "choose.by-matter"},
    Expected{"matter.school-entry", "matter.school-entry"},
    Expected{"for-whom", "choose.for-any-company"},
    Expected{"find", "choose.find"},
    Expected{"to-purpose", "look.print"},
    Expected{"purpose.school", "purpose.school"},
    Expected{"print", "purpose.print"},
    Expected{"finish", "take.finish"},
    Expected{"start-over", "bottom.start-over"},
    Expected{"help-somebody", "identify.help-somebody"},
    Expected{"agree", "consent.yes"},
    Expected{"staff", "bottom.staff"},
    Expected{"print-ticket", "help.ticket.print"},
    Expected{"go-on", "help.go-on"},
    Expected{"with-staff", "help.came.together"},
    Expected{"confirm", "confirm.yes"},
};
constexpr std::array kScreens{
    Expected{"start", "start.title"},
    Expected{"identify", "identify.title"},
    Expected{"choose", "choose.title"},
    Expected{"choose", "choose.company.title", kCompany},
    Expected{"matter", "matters.title"},
    Expected{"needs", "needs.title", "入学报名"},
    Expected{"find", "find.title"},
    Expected{"look", "look.verdict.valid"},
    Expected{"purpose", "purpose.title"},
    Expected{"take", "take.title"},
    Expected{"companion-card", "assist.companion.title"},
    Expected{"holder-card", "assist.holder.title"},
    Expected{"consent", "consent.title", "林*舒"},
    Expected{"help", "help.title"},
    Expected{"staff-came", "help.came.title"},
    Expected{"confirm-print", "confirm.title"},
};

std::string_view keyOf(const auto& expected, std::string_view wish) {
    const auto found = std::ranges::find(expected, wish, &Expected::wish);
    return found == expected.end() ? std::string_view() : found->key;
}

bool holds(const std::vector<std::string>& said, const std::string& words) {
    return std::ranges::any_of(said, [&](const std::string& sentence) {
        return sentence.find(words) != std::string::npos;
    });
}

/// "key.d" of a board: it says its letter and nothing else.
constexpr std::string_view kKey = "key.";
bool isLetter(std::string_view wish) {
    return wish.starts_with(kKey);
}

/// The parts between the pauses.
std::vector<std::string> partsOf(std::string_view sentence) {
    constexpr std::string_view kPause = "，";
    std::vector<std::string> parts;
    while (true) {
        const std::size_t end = sentence.find(kPause);
        parts.emplace_back(sentence.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        sentence.remove_prefix(end + kPause.size());
    }
}

} // namespace

Listening::Listening(bench::VirtualStage& stage, std::function<void(kit::Node&)> spoil)
    : Way(stage),
      earpiece_(stage, Earpiece::quickSound, std::move(spoil)),
      catalogue_(kit::Catalogue::load(KIOSK_SOURCE_DIR "/assets/texts").value()),
      texts_(catalogue_.of({"zh-CN"})) {}

Result<> Listening::come() {
    TRY(stage_.happen(bench::Happening::headsetPlugged));
    return hearOut();
}

std::vector<std::string> Listening::saidSince(std::size_t first) const {
    std::vector<std::string> said;
    for (std::size_t at = first; at < log().size(); ++at)
        said.push_back(log()[at].text);
    return said;
}

Result<> Listening::hearOut() {
    const auto isSaying = [this] { return !log().empty() && !log().back().ended; };
    TRY(pass(kBetweenListening));
    for (auto left = std::chrono::milliseconds(kLongestSpeech); left > 0ms && isSaying();
         left -= kBetweenListening)
        TRY(pass(kBetweenListening));
    return {};
}

/// Whoever hears that regions are still being asked waits for the word that all have answered.
Result<> Listening::hearOutRegions() {
    const auto said = [this](std::string_view key, std::size_t part) {
        return holds(saidSince(pressed_),
                     partsOf(kit::withoutIsolates(texts_.say(key, {"", ""})))[part]);
    };
    TRY(hearOut());
    for (auto left = std::chrono::milliseconds(kLongestSpeech);
         left > 0ms && said("choose.pending", 1) && !said("choose.complete", 0);
         left -= kBetweenListening)
        TRY(pass(kBetweenListening));
    return hearOut();
}

/// A licence is waited for by all that was said of it.
std::string Listening::wordsFor(std::string_view wish) const {
    if (isLetter(wish))
        return std::string(wish.substr(kKey.size()));
    const std::string_view key = keyOf(kThings, wish);
    return key.empty() ? std::string(wish) : kit::withoutIsolates(texts_.say(key));
}

bool Listening::notices(std::string_view screen) {
    const std::vector<std::string> said = saidSince(pressed_);
    return std::ranges::any_of(kScreens, [&](const Expected& expected) {
        return expected.wish == screen &&
               holds(said, kit::withoutIsolates(texts_.say(expected.key, {expected.value})));
    });
}

/// Down from one thing to the next, at the end up again.
Result<> Listening::press(const std::string& wish) {
    const std::string words = wordsFor(wish);
    Key onward = Key::down;
    std::vector<std::string> before;
    for (int strikes = 0; strikes < kMostStrikes; ++strikes) {
        const std::size_t first = log().size();
        TRY(earpiece_.strike(onward));
        const std::vector<std::string> said = saidSince(first);
        const bool isThere =
            isLetter(wish) ? std::ranges::find(said, words) != said.end() : holds(said, words);
        if (isThere) {
            pressed_ = log().size();
            return earpiece_.strike(Key::ok);
        }
        if (said == before)
            onward = Key::up;
        before = said;
    }
    return outOfReach(wish);
}

/// "营业执照，云州市，有效，有效期至2027-05-31，第1份，共4份"; of how many is not said while
/// regions are still being asked.
std::optional<Listed> Listening::licenceIn(const std::string& sentence) const {
    const std::vector<std::string> parts = partsOf(sentence);
    if (parts.size() < 5 || !parts[4].starts_with("第") || !parts[4].ends_with("份"))
        return std::nullopt;
    const std::size_t end = sentence.find(parts[4]) + parts[4].size();
    Listed listed{.name = parts[0], .state = {}, .wish = sentence.substr(0, end)};
    for (int at = 0; at <= static_cast<int>(LicenceState::unknown); ++at) {
        const std::string_view state = name(static_cast<LicenceState>(at));
        if (texts_.say(kit::format("licence-state.{}", state)) == parts[2])
            listed.state = state;
    }
    return listed;
}

/// "不动产权证书，没有找到，第3份，共3份。请带原件到窗口，…"
std::optional<Listed> Listening::missingIn(const std::string& sentence) const {
    const std::vector<std::string> parts = partsOf(sentence);
    if (parts.size() < 3 || parts[1] != texts_.say("needs.not-found") ||
        !parts[2].starts_with("第"))
        return std::nullopt;
    const std::size_t end = sentence.find(parts[2]) + parts[2].size();
    return Listed{.name = parts[0], .state = "missing", .wish = sentence.substr(0, end)};
}

/// Whoever has typed is far below the list.
Result<> Listening::goUp() {
    std::vector<std::string> before;
    for (int strikes = 0; strikes < kMostStrikes; ++strikes) {
        const std::size_t first = log().size();
        TRY(earpiece_.strike(Key::up));
        if (std::exchange(before, saidSince(first)) == saidSince(first))
            break;
    }
    return hearOut();
}

/// In the order of their numbers: the list is heard from its beginning.
Result<std::vector<Listed>> Listening::licences() {
    TRY(hearOutRegions());
    TRY(goUp());
    std::map<std::string, Listed> numbered; // "第1份"
    std::size_t heard = pressed_;
    for (int strikes = 0; strikes < kMostStrikes; ++strikes) {
        const std::vector<std::string> said = saidSince(heard);
        for (const std::string& sentence : said)
            if (const auto licence =
                    licenceIn(sentence).or_else([&] { return missingIn(sentence); }))
                numbered.emplace(partsOf(licence->wish).back(), *licence);
        heard = log().size();
        TRY(earpiece_.strike(Key::down));
        TRY(hearOut());
        if (saidSince(heard) == said)
            break; // nothing comes after it
    }
    std::vector<Listed> listed;
    std::ranges::copy(std::views::values(numbered), std::back_inserter(listed));
    return listed;
}

std::string whyNotByEar(Result<Seen> (*script)(bench::VirtualStage&, Way&),
                        std::function<void(kit::Node&)> spoil) {
    const auto stage = bench::openStage();
    Listening ear(*stage, std::move(spoil));
    const auto seen = script(*stage, ear);
    return seen ? "nothing" : seen.error().code();
}

} // namespace kiosk::flow
