// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/reading/patience.h"
#include "firmware/reading/reader.h"
#include "firmware/verify/verifier.h"

namespace kiosk::reading {

bool isPdf(ByteView file);

FileFacts factsOf(const verify::CheckedPdf& checked);

/// A PDF judged: its pages are drawn when asked for, each by an engine behind walls, and stand on
/// sheets as pixels of 300 an inch. pdf() is "document.is-a-pdf" (citizenAgain): it is one already.
std::unique_ptr<OpenedFile> openedPdf(FileFacts facts, ByteView file, const Patience& patience);

} // namespace kiosk::reading
