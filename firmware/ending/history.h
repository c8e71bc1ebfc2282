// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "firmware/base/result.h"
#include "firmware/ending/ending.h"

namespace kiosk::ending {

/// Their names in the kiosk's state folder.
inline constexpr std::string_view kRunFileName = "run";
inline constexpr std::string_view kEndingsFileName = "endings.json";

/// How the kiosk's runs ended, newest first; at most kMostEndings are kept. Of stops one after
/// another the last alone, so that nightly ones do not push out what has to be asked about.
using History = std::vector<Ending>;
inline constexpr std::size_t kMostEndings = 20;

/// What is kept there, and how the last run ended should none run now and nobody have kept that
/// yet. Changes nothing. What cannot be read is left out: a file that anybody tore counts for less
/// than the kiosk's start. Any thread.
History endingsIn(const std::filesystem::path& state, WallTime now);

/// The same, of what is kept alone.
History keptEndings(const std::filesystem::path& state);

/// Puts it first and keeps that, durably; one of a run that is kept already is not kept twice.
/// Errors: those of writing a file.
Result<> keepEnding(const std::filesystem::path& state, const Ending& ending);

/// As the diagnosis bundle says it, and the file holds it: {"form": 1, "endings": […]}.
std::string textOf(const History& history);

/// How many of them nobody asked for within this time before `now`.
int unaskedWithin(const History& history, std::chrono::hours time, WallTime now);

} // namespace kiosk::ending
