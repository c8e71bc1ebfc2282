// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "screens/kit/texts.h"

namespace kiosk::test {

/// What a catalogue does wrong beside the one its texts were translated from: a key that is missing
/// or nobody asks for, other arguments, a pattern that cannot be read or leaves a value without its
/// isolate (A74), a text that is empty, damaged or not in the language's own script, digits and
/// signs that nothing says how to speak (A75). Empty: nothing.
std::vector<std::string> catalogueFaults(const kit::Texts& texts, const kit::Texts& source);

/// Texts with a word that is not plain (A59), for languages that have a list. Reasons of a seal are
/// left out: they name what failed as the standard does, and a plain next step follows.
std::vector<std::string> hardWords(const kit::Texts& texts);

} // namespace kiosk::test
