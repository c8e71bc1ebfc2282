// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/health/facts.h"

namespace kiosk::health {

/// How the facts are read from what is known, and judged: each function is one row's of the table
/// in facts.cpp. Limits stand beside the judgement that uses them.
namespace reading {

using Samples = std::vector<Sample>;

Samples software(const Health& health);
Samples clockTime(const Health& health);
Samples configuration(const Health& health);
Samples assets(const Health& health);
Samples store(const Health& health);
Samples diskFree(const Health& health);
Samples diskErrors(const Health& health);
Samples diskAtRest(const Health& health);
Samples memoryFree(const Health& health);
Samples temperature(const Health& health);
Samples clockState(const Health& health);

Samples trustLoaded(const Health& health);
Samples trustName(const Health& health);
Samples trustRoots(const Health& health);
Samples trustCopySigners(const Health& health);
Samples trustAge(const Health& health);
Samples trustEndsIn(const Health& health);

Samples deviceState(const Health& health);
Samples cabinetServes(const Health& health);
Samples deviceFaults(const Health& health);
Samples deviceLastError(const Health& health);
Samples deviceLastRemedy(const Health& health);

Samples countersKept(const Health& health);
Samples deviceOpenings(const Health& health);
Samples deviceUses(const Health& health);
Samples deviceSheets(const Health& health);
Samples deviceFailures(const Health& health);
Samples deviceCountedSince(const Health& health);

Samples paper(const Health& health);
Samples toner(const Health& health);
Samples coverOpen(const Health& health);
Samples sheetsLeft(const Health& health);
Samples tonerLeft(const Health& health);
Samples lifePages(const Health& health);
Samples strangePages(const Health& health);

Samples networkLayers(const Health& health);
Samples regionAnswers(const Health& health);
Samples queueWaiting(const Health& health);
Samples queueDead(const Health& health);
Samples queueOldest(const Health& health);

Samples endHow(const Health& health);
Samples endAge(const Health& health);
Samples endFault(const Health& health);
Samples endPlace(const Health& health);
Samples endsUnasked(const Health& health);

Samples recordWhole(const Health& health);
Samples recordLast(const Health& health);
Samples recordMark(const Health& health);

Samples trialEnd(const Health& health);
Samples trialTime(const Health& health);
Samples trialRole(const Health& health);

Samples keyPlace(const Health& health);
Samples keySigns(const Health& health);

} // namespace reading

} // namespace kiosk::health
