// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/support/child_process.h"

namespace kiosk::tests {

/// Headless Chromium with one page, driven by its DevTools protocol over pipes. What it does not
/// answer in half a minute ends the test. Main thread only.
class Browser {
public:
    static bool isInstalled();

    /// `folder` is its profile: what pages keep, they keep there.
    explicit Browser(const std::filesystem::path& folder);
    ~Browser();
    Browser(const Browser&) = delete;
    Browser& operator=(const Browser&) = delete;

    void open(const std::filesystem::path& file);
    /// The value of an expression; a promise is waited for.
    nlohmann::json evaluate(const std::string& expression);
    /// Until an expression is true.
    void waitFor(const std::string& expression);
    /// Puts files into the page's file input, as its user would.
    void choose(const std::string& selector, const std::vector<std::filesystem::path>& files);
    /// Presses what the selector names.
    void press(const std::string& selector);
    /// The whole page as a PNG.
    void draw(const std::filesystem::path& file, int width);

private:
    nlohmann::json call(const std::string& method, nlohmann::json parameters = {});
    nlohmann::json next();

    int commands_ = -1;
    int answers_ = -1;
    int number_ = 0;
    std::string session_;
    std::string unread_;
    ChildProcess process_;
};

} // namespace kiosk::tests
