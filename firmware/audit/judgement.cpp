// SPDX-License-Identifier: Apache-2.0
#include "firmware/audit/judgement.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "firmware/audit/reign.h"

namespace kiosk::audit {

namespace {

constexpr std::array<std::string_view, 11> kNames{"none",    "altered",    "other-key", "inserted",
                                                  "deleted", "reordered",  "replaced",  "cut-off",
                                                  "no-head", "older-head", "found"};

/// Of the list, as it is spelt there.
template <log::Id id>
constexpr std::string_view idOf() {
    static_assert(placeOf(id.view()) != kNoEvent);
    return kEvents[placeOf(id.view())].id;
}

struct Gap {
    Fault fault = Fault::none;
    std::uint64_t from = 0;
    std::uint64_t through = 0;
    std::string found{};
};

/// What each line is asked for; the rest is read again where it matters.
struct Placed {
    std::uint64_t number = 0;
    std::string before;
    bool tellsOfRemoval = false;
    bool tellsOfGap = false;
};

std::optional<Placed> placeIn(std::string_view text) {
    auto line = lineIn(text);
    if (!line)
        return std::nullopt;
    const std::string event = textIn(line->text.told, "event");
    return Placed{line->number, std::move(line->before), event == idOf<"record.oldest-removed">(),
                  event == idOf<"record.not-whole">()};
}

class Judge {
public:
    Judge(const Stored& stored, const Known& key, Reads what)
        : stored_(stored), reigns_(reignsOf(stored.lines, key)), what_(what) {
        for (const std::string& text : stored.lines)
            lines_.push_back(placeIn(text));
        genuine_.resize(lines_.size());
        for (const std::string& text : stored.heads)
            if (auto head = headIn(text);
                head && isHeadOfReign(*head) && (!head_ || head->number > head_->number))
                head_ = std::move(head);
    }

    std::optional<Gap> gap() const {
        if (lines_.empty())
            return endGap();
        if (what_ == Reads::all)
            if (auto gap = beginningGap())
                return gap;
        const std::size_t linked = linkedLines();
        if (auto gap = unsignedBefore(linked))
            return gap;
        if (linked < lines_.size())
            return gapAt(linked);
        if (auto gap = endGap())
            return gap;
        return foundByKiosk();
    }

    std::optional<Gap> against(const KnownHead& known) const {
        const std::uint64_t last = lines_.empty() ? 0 : lines_.back()->number;
        if (known.number > last)
            return Gap{Fault::cutOff, last + 1, known.number};
        const std::uint64_t first = lines_.front()->number;
        if (known.number >= first && !digest(known.number - first).starts_with(known.digest))
            return Gap{Fault::replaced, known.number, known.number};
        return std::nullopt;
    }

    Judgement facts() const {
        Judgement facts{.count = lines_.size()};
        if (lines_.empty())
            return facts;
        facts.first = numberAt(0);
        facts.since = textIn(told(0), "at");
        facts.last = {numberAt(lines_.size() - 1), digest(lines_.size() - 1),
                      textIn(told(lines_.size() - 1), "at")};
        facts.key = reigns_.back().key.key;
        facts.isUnfinished =
            !stored_.rest.empty() || (head_ ? head_->number : 0) < facts.last.number;
        return facts;
    }

private:
    std::string digest(std::size_t at) const { return digestOf(stored_.lines[at]); }
    /// What a line says, whoever wrote it; an empty object where it is none.
    nlohmann::json told(std::size_t at) const {
        auto line = lineIn(stored_.lines[at]);
        return line ? std::move(line->text.told) : nlohmann::json::object();
    }
    nlohmann::json fieldsOf(std::size_t at) const {
        return told(at).value("is", nlohmann::json::object());
    }
    const Known& keyAt(std::size_t at) const {
        const auto later = std::ranges::upper_bound(reigns_, at, {}, &Reign::from);
        return std::prev(later)->key; // the first is from 0 on
    }
    bool isGenuine(std::size_t at) const {
        if (!genuine_[at]) {
            const auto line = lineIn(stored_.lines[at]);
            genuine_[at] = line && isBy(Signs::record, line->text, keyAt(at));
        }
        return *genuine_[at];
    }
    /// The last key's, or where that has just begun the one's before: of a line of its own.
    bool isHeadOfReign(const Head& head) const {
        if (isBy(Signs::head, head.text, reigns_.back().key))
            return true;
        if (reigns_.size() < 2 || !lines_[reigns_.back().from])
            return false;
        return head.number < lines_[reigns_.back().from]->number &&
               isBy(Signs::head, head.text, reigns_[reigns_.size() - 2].key);
    }
    /// By the nearest genuine line: those between it and here may say anything.
    std::uint64_t numberAt(std::size_t at) const {
        for (std::size_t i = at + 1; i-- > 0;)
            if (isGenuine(i))
                return lines_[i]->number + (at - i);
        const std::uint64_t fromFirst =
            at + 1 + (what_ == Reads::all ? removedThrough(~0ULL, {}) : 0);
        for (std::size_t i = at + 1; i < lines_.size(); ++i)
            if (isGenuine(i) && lines_[i]->number > i - at)
                return what_ == Reads::all ? std::min(fromFirst, lines_[i]->number - (i - at))
                                           : lines_[i]->number - (i - at);
        return fromFirst;
    }

    bool isLinked(std::size_t at) const {
        return lines_[at] && (at == 0 || (lines_[at]->number == lines_[at - 1]->number + 1 &&
                                          lines_[at]->before == digest(at - 1)));
    }
    /// How many from the first each name the one before.
    std::size_t linkedLines() const {
        std::size_t at = 0;
        while (at < lines_.size() && isLinked(at))
            ++at;
        return at;
    }

    /// The last of them vouches for the rest, if it is genuine.
    std::optional<Gap> unsignedBefore(std::size_t linked) const {
        std::size_t genuine = linked;
        while (genuine > 0 && !isGenuine(genuine - 1))
            --genuine;
        if (genuine == linked)
            return std::nullopt;
        return notOurs(genuine);
    }

    Gap notOurs(std::size_t at) const {
        const std::uint64_t number = numberAt(at);
        if (fitsLater(at))
            return {Fault::inserted, number, number};
        return {namesOther(at) ? Fault::otherKey : Fault::altered, number, number};
    }

    /// And not because its key's name was altered.
    bool namesOther(std::size_t at) const {
        const auto line = lineIn(stored_.lines[at]);
        const Known& key = keyAt(at);
        const std::string named = line ? textIn(line->text.told, "key") : key.key;
        return !named.empty() && named != key.key &&
               !isByWithKeyNamed(Signs::record, line->text, key);
    }

    /// Whether a later line is the one that belongs here.
    bool fitsLater(std::size_t at) const {
        const std::string before = at == 0 ? kNoDigest : digest(at - 1);
        for (std::size_t i = at + 1; i < lines_.size(); ++i)
            if (lines_[i] && lines_[i]->before == before && isGenuine(i))
                return true;
        return false;
    }

    bool isThereFrom(std::size_t at, std::uint64_t number) const {
        for (std::size_t i = at; i < lines_.size(); ++i)
            if (lines_[i] && lines_[i]->number == number && isGenuine(i))
                return true;
        return false;
    }

    /// The lines before are genuine, this one does not follow them.
    Gap gapAt(std::size_t at) const {
        if (!isGenuine(at))
            return notOurs(at);
        const std::uint64_t number = lines_[at]->number;
        const std::uint64_t expected = lines_[at - 1]->number + 1; // the first is always linked
        if (number == expected)
            return {Fault::replaced, expected - 1, expected - 1};
        if (number < expected || isThereFrom(at + 1, number))
            return {Fault::inserted, expected, expected};
        if (isThereFrom(at + 1, expected))
            return {Fault::reordered, expected, number};
        return {Fault::deleted, expected, number - 1};
    }

    /// Up to which number a record says that the oldest were taken away, ending in that digest; of
    /// those with another digest the greatest number.
    std::uint64_t removedThrough(std::uint64_t wanted, const std::string& ending) const {
        std::uint64_t greatest = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (!lines_[i] || !lines_[i]->tellsOfRemoval || !isGenuine(i))
                continue;
            const auto fields = fieldsOf(i);
            const std::uint64_t through = numberIn(fields, "through").value_or(0);
            if (through == wanted && textIn(fields, "digest") == ending)
                return through;
            if (through < wanted)
                greatest = std::max(greatest, through);
        }
        return greatest;
    }

    std::optional<Gap> beginningGap() const {
        if (!isGenuine(0) || lines_.front()->number <= 1)
            return std::nullopt;
        const std::uint64_t missing = lines_.front()->number - 1;
        const std::uint64_t removed = removedThrough(missing, lines_.front()->before);
        if (removed == missing)
            return std::nullopt;
        if (isThereFrom(1, missing + 1))
            return Gap{Fault::inserted, removed + 1, removed + 1};
        if (isThereFrom(1, removed + 1))
            return Gap{Fault::reordered, removed + 1, missing + 1};
        return Gap{Fault::deleted, removed + 1, missing};
    }

    /// All lines follow each other.
    std::optional<Gap> endGap() const {
        const std::uint64_t last = lines_.empty() ? 0 : lines_.back()->number;
        if (!head_)
            return last > 1 || hasHeadOfOther() ? std::optional(headGap(last)) : std::nullopt;
        if (head_->number > last)
            return Gap{Fault::cutOff, last + 1, head_->number};
        if (last - head_->number > 1)
            return Gap{Fault::olderHead, head_->number + 1, last};
        const std::size_t named = lines_.size() - 1 - (last - head_->number);
        if (named < lines_.size() && digest(named) != head_->digest)
            return Gap{Fault::replaced, head_->number, head_->number};
        return std::nullopt;
    }

    bool hasHeadOfOther() const {
        return std::ranges::any_of(stored_.heads, [this](const std::string& text) {
            const auto head = headIn(text);
            return head && head->key != reigns_.back().key.key;
        });
    }
    Gap headGap(std::uint64_t last) const {
        return {hasHeadOfOther() ? Fault::otherKey : Fault::noHead, last + 1, last + 1};
    }

    std::optional<Gap> foundByKiosk() const {
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (lines_[i]->tellsOfGap)
                return Gap{Fault::found, lines_[i]->number, lines_[i]->number,
                           textIn(fieldsOf(i), "found")};
        return std::nullopt;
    }

    const Stored& stored_;
    std::vector<Reign> reigns_;
    Reads what_;
    std::vector<std::optional<Placed>> lines_;
    mutable std::vector<std::optional<bool>> genuine_; ///< as far as anybody asked
    std::optional<Head> head_;
};

/// "records 5 to 7".
std::string placeOf(const Judgement& judgement) {
    const std::string from = std::to_string(judgement.from);
    return judgement.through == judgement.from
               ? "record " + from
               : "records " + from + " to " + std::to_string(judgement.through);
}

} // namespace

std::optional<Error> errorOf(const Judgement& judgement) {
    using enum Remedy;
    const std::string place = placeOf(judgement);
    switch (judgement.fault) {
    case Fault::none:
        return std::nullopt;
    case Fault::altered:
        return Error(ErrorKind::integrity, "audit.altered", technician,
                     place + ": not what the kiosk signed");
    case Fault::otherKey:
        return Error(ErrorKind::integrity, "audit.other-key", technician,
                     place + ": signed by another key");
    case Fault::inserted:
        return Error(ErrorKind::integrity, "audit.inserted", technician,
                     "before " + place + " stands what does not belong there");
    case Fault::deleted:
        return Error(ErrorKind::integrity, "audit.deleted", technician, place + ": not there");
    case Fault::reordered:
        return Error(ErrorKind::integrity, "audit.reordered", technician,
                     "in place of record " + std::to_string(judgement.from) + " stands record " +
                         std::to_string(judgement.through));
    case Fault::replaced:
        return Error(ErrorKind::integrity, "audit.replaced", technician,
                     place + ": signed by the kiosk, but not the one that was there");
    case Fault::cutOff:
        return Error(ErrorKind::integrity, "audit.cut-off", technician,
                     place + ": not there, the end is missing");
    case Fault::noHead:
        return Error(ErrorKind::integrity, "audit.no-head", technician,
                     "what says where the record ends is not there");
    case Fault::olderHead:
        return Error(ErrorKind::integrity, "audit.older-head", technician,
                     "what says where the record ends does not know " + place);
    case Fault::found:
        return Error(ErrorKind::integrity, "audit.found", technician,
                     "the kiosk found it not whole (" + judgement.found + ") when it wrote " +
                         place);
    }
    return std::nullopt;
}

std::string_view name(Fault fault) {
    return kNames[static_cast<std::size_t>(fault)];
}

Judgement judge(const Stored& stored, const Known& key, Reads what,
                const std::optional<KnownHead>& known) {
    const Judge judge(stored, key, what);
    auto gap = judge.gap();
    if (!gap && known)
        gap = judge.against(*known);
    Judgement told = judge.facts();
    if (gap) {
        told.fault = gap->fault;
        told.from = gap->from;
        told.through = gap->through;
        told.found = std::move(gap->found);
    }
    return told;
}

} // namespace kiosk::audit
