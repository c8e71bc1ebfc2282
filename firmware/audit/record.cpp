// SPDX-License-Identifier: Apache-2.0
#include "firmware/audit/record.h"

#include <algorithm>

#include "firmware/audit/reign.h"

namespace kiosk::audit {

/// How the record lies there before something is added.
struct Record::State {
    Tip tip{};                       ///< to go on from
    std::string_view found{};        ///< of kFound, where it is not as it was left
    std::filesystem::path segment{}; ///< the newest; may be none
    Ending ending{};                 ///< of that
    bool isHeadBehind = false;
    std::string takesFrom{}; ///< point, in hexadecimal, of the key that handed over to this one
};

namespace {

std::optional<Head> newestHead(const Files& files, const Known& known) {
    std::optional<Head> newest;
    for (const std::string& text : files.heads())
        if (auto head = headIn(text); head && isBy(Signs::head, head->text, known) &&
                                      (!newest || head->number > newest->number))
            newest = std::move(head);
    return newest;
}

/// As its heads tell it.
Bytes pointOf(const Files& files, const Known& key) {
    const auto head = newestHead(files, key);
    return head ? head->point : Bytes();
}

Tip tipOf(const Line& line, std::string_view text) {
    return {line.number, digestOf(text), textIn(line.text.told, "at")};
}

/// Whether the last line is where the head says, or the one after it: its head was not written any
/// more.
bool follows(const Line& line, const Tip& tip, const std::optional<Head>& head) {
    if (!head)
        return line.number == 1;
    return (line.number == head->number && tip.digest == head->digest) ||
           (line.number == head->number + 1 && line.before == head->digest);
}

struct Found {
    Tip tip;
    std::string_view what{};
};

/// Nothing is built on what we did not sign.
Found goOnFrom(const std::optional<Line>& line, const Ending& ending,
               const std::optional<Head>& head, std::uint64_t atLeast) {
    if (line) {
        const Tip tip = tipOf(*line, ending.line);
        if (follows(*line, tip, head))
            return {tip};
        if (!head || line->number > head->number)
            return {tip, head ? "olderHead" : "noHead"};
    }
    if (head) {
        const bool isCut = ending.line.empty() || (line && line->number < head->number);
        return {{head->number, head->digest, head->at}, isCut ? "cutOff" : "altered"};
    }
    if (ending.line.empty() && atLeast == 0)
        return {};
    const auto other = lineIn(ending.line);
    return {{std::max(atLeast, other ? other->number : 0), kNoDigest}, "altered"};
}

} // namespace

Record::Record(std::filesystem::path folder, Writer writer, Signer signer, Known known,
               Bounds bounds)
    : folder_(std::move(folder)),
      writer_(std::move(writer)),
      signer_(std::move(signer)),
      known_(std::move(known)),
      bounds_(bounds) {}

Result<Record::State> Record::stateOf(const Files& files) const {
    State state;
    const auto segments = files.segments();
    Ending last; // of the newest that holds a line
    for (std::size_t i = segments.size(); i-- > 0 && last.line.empty();) {
        last = TRY(endingOf(segments[i]));
        if (state.segment.empty()) {
            state.segment = segments[i];
            state.ending = last;
        }
    }
    auto line = lineIn(last.line);
    const auto before = line ? keyBefore(*line, signer_, known_, files.heads()) : std::nullopt;
    const bool isOurs = line && isBy(Signs::record, line->text, known_);
    if (line && !isOurs && !before)
        line.reset();
    auto head = newestHead(files, known_);
    if (!head && before) // where this key begins, the head may still be the other's
        head = newestHead(files, *before);
    const std::uint64_t atLeast = segments.empty() ? 0 : *firstNumberOf(segments.back()) - 1;
    const Found found = goOnFrom(line, last, head, atLeast);
    state.tip = found.tip;
    state.found = found.what;
    if (before && !isOurs && found.what.empty())
        state.takesFrom = toHex(pointOf(files, *before));
    state.isHeadBehind = state.takesFrom.empty() && found.tip.number > (head ? head->number : 0);
    return state;
}

/// What an append that was cut has left is taken away, or finished. Where somebody may have been at
/// it everything stays as it lies, and the head too until that is on record.
Result<> Record::mend(const Files& files, const State& state) const {
    const bool hasRest = !state.ending.rest.empty();
    if (!state.found.empty())
        return hasRest ? files.append("\n") : Result<>();
    if (hasRest)
        TRY(files.truncate(state.segment, state.ending.wholeSize));
    return state.isHeadBehind ? writeHead(files, state.tip) : Result<>();
}

Result<> Record::writeHead(const Files& files, const Tip& tip) const {
    return files.writeHead(tip.number, TRY(headOf(tip, signer_)));
}

Result<> Record::write(const Files& files, Tip& tip, const Entry& entry, WallTime at) const {
    const std::string text = TRY(lineOf(entry, {tip.number + 1, tip.digest, at}, writer_, signer_));
    TRY(files.append(text + "\n"));
    tip = tipOf(*lineIn(text), text);
    return writeHead(files, tip);
}

/// Begins another file where the last one is full, and takes the oldest away where there are too
/// many: what it ended in is on record first.
Result<> Record::makeRoom(const Files& files, Tip& tip, WallTime at) const {
    auto segments = files.segments();
    std::error_code none;
    const bool isFull = segments.empty() ||
                        std::filesystem::file_size(segments.back(), none) >= bounds_.segmentBytes;
    if (!isFull || (!files.mayMake() && !segments.empty()))
        return {};
    if (!files.mayMake())
        return fail(ErrorKind::notFound, "audit.not-begun", Remedy::technician);
    TRY(files.begin(tip.number + 1));
    if (segments.size() < bounds_.mostSegments)
        return {};
    segments.resize(segments.size() - bounds_.mostSegments + 1); // those that go
    const auto through = *firstNumberOf(files.segments()[segments.size()]) - 1;
    const std::string digest = digestOf(TRY(endingOf(segments.back())).line);
    TRY(write(files, tip, entry<"record.oldest-removed">(through, digest), at));
    for (const auto& segment : segments)
        TRY(files.remove(segment));
    return {};
}

Result<Judgement> Record::look() const {
    return judge(TRY(readFolder(folder_, Reads::newest)), known_, Reads::newest);
}

/// What is due before anything else. The key before is on record first: what makes room is signed
/// by this one.
Result<> Record::beginWith(const Files& files, State& state, WallTime at) const {
    TRY(mend(files, state));
    if (!state.takesFrom.empty())
        TRY(write(files, state.tip, audit::entry<"key.taken-over">(state.takesFrom), at));
    TRY(makeRoom(files, state.tip, at));
    if (!state.found.empty())
        TRY(write(files, state.tip, audit::entry<"record.not-whole">(state.found), at));
    return {};
}

Result<Tip> Record::append(const Entry& entry, WallTime at) const {
    const Files files = TRY(Files::open(folder_));
    State state = TRY(stateOf(files));
    TRY(beginWith(files, state, at));
    TRY(write(files, state.tip, entry, at));
    return std::move(state.tip);
}

Result<Tip> Record::takeOver(WallTime at) const {
    const Files files = TRY(Files::open(folder_));
    State state = TRY(stateOf(files));
    TRY(beginWith(files, state, at));
    return std::move(state.tip);
}

} // namespace kiosk::audit
