// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/ofd/colour.h"

namespace kiosk::document::ofd {

/// What graphic objects refer to while they are read.
struct StyleBook {
    ColourSpaces colourSpaces;
    std::map<Id, Style> drawParams; ///< with what they inherit from `Relative`
};

/// Makes graphic objects (clauses 8.5 to 12) out of elements. One reader counts for one document.
class ObjectReader {
public:
    explicit ObjectReader(const StyleBook& book) : book_(book) {}

    /// All objects below `container`, page blocks resolved, in drawing order. `inherited` is what
    /// the layer's DrawParam gives.
    std::vector<Object> read(const Element& container, const Style& inherited = {});

    /// The attributes and colours an element sets itself, patterns included.
    Style style(const Element& element);
    /// The style of a DrawParam; plain where the ID dangles, as it does in real files.
    Style drawParam(Id id) const;

    /// Whether there were more objects than a document may hold; the rest was left out.
    bool exhausted() const { return count_ > kMostObjects; }

private:
    static constexpr std::size_t kMostObjects = 100'000;

    void readInto(std::vector<Object>& objects, const Element& container, const Style& inherited);
    std::optional<Object> object(const Element& element, const Style& inherited);
    std::optional<Paint> paint(const Element& element, std::string_view name);
    std::optional<Border> border(const Element& element);
    std::vector<Clip> clips(const Element& element);
    ClipArea clipArea(const Element& element);

    const StyleBook& book_;
    std::size_t count_ = 0;
};

} // namespace kiosk::document::ofd
