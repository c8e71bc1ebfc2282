// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "screens/kit/node.h"

/// The rules of the screens, computed from a laid-out tree and its pixels. No screen is excepted.
namespace kiosk::test {

/// What is broken, one line each: the row, the rule, the node. Empty: everything is kept.
using Findings = std::vector<std::string>;

/// A node of the tree with what it inherits.
struct Placed {
    const kit::Node* node;
    std::size_t parent; ///< its place in the list; the root is its own
    std::string lang;
    bool beneath; ///< under an open dialog: seen, but neither pressed nor read

    const kit::Node& operator*() const { return *node; }
    const kit::Node* operator->() const { return node; }
};

/// Every node in reading order. The tree must outlive the list.
std::vector<Placed> placed(const kit::Node& root);

/// Whether one of the two stands in the other.
bool areNested(const std::vector<Placed>& screen, std::size_t one, std::size_t other);

/// The id, else the words, else the drawing: how a finding names a node.
std::string nameOf(const kit::Node& node);

} // namespace kiosk::test
