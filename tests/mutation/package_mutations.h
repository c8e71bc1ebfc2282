// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/mutation/specimens.h"

/// Changes to a package that keep every file well-formed: what a forger would try. Some leave the
/// entries as they are when the licence has no place for them.
namespace kiosk::tests::mutation {

// Structure of one XML file.
void changeAttribute(Entries& entries, Dice& dice, const World& world);
void changeText(Entries& entries, Dice& dice, const World& world);
void removeElement(Entries& entries, Dice& dice, const World& world);
void repeatElement(Entries& entries, Dice& dice, const World& world);
void moveElement(Entries& entries, Dice& dice, const World& world);
void redirectReference(Entries& entries, Dice& dice, const World& world);

// Parts of other licences.
void takePart(Entries& entries, Dice& dice, const World& world);
void takeSigning(Entries& entries, Dice& dice, const World& world);
void exchangeOwnParts(Entries& entries, Dice& dice, const World& world);

// Wrapped signatures: the sealed files stay, something else is shown.
void addSecondBody(Entries& entries, Dice& dice, const World& world);
void addRevision(Entries& entries, Dice& dice, const World& world);
void addSignatureList(Entries& entries, Dice& dice, const World& world);
void addForeignSignature(Entries& entries, Dice& dice, const World& world);
void copyOwnSignature(Entries& entries, Dice& dice, const World& world);
void addUnsignedPart(Entries& entries, Dice& dice, const World& world);
void mendDigest(Entries& entries, Dice& dice, const World& world);

// Tricks with names of entries.
void shadowEntry(Entries& entries, Dice& dice, const World& world);
void renameEntry(Entries& entries, Dice& dice, const World& world);
void removeEntry(Entries& entries, Dice& dice, const World& world);

} // namespace kiosk::tests::mutation
