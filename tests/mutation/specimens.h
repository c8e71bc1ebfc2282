// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/verify/trust_list.h"
#include "tests/mutation/entries.h"
#include "tests/sandbox/issuing/office.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::tests::mutation {

/// How a small licence is written before it is sealed; every combination is good.
struct Writing {
    enum class Paths { relative, absolute, fromRoot };
    enum class Prefix { ofd, other, none };
    enum class Mark { none, byteOrder };
    enum class Parts { plain, template_, templateAndAnnotation };

    Paths paths = Paths::relative;
    Prefix prefix = Prefix::ofd;
    Mark mark = Mark::none;
    Parts parts = Parts::templateAndAnnotation;
    std::string holder = "林云舒";
};

/// A document of one page of 60 x 40 mm with an image, a template, an annotation, tags and an
/// attachment: small, so that a million of them can be judged, with one of everything that is
/// shown. OFD.xml already names the list of signatures.
Entries smallLicence(const Writing& writing);

/// A licence sealed and found valid.
struct Specimen {
    std::string name;
    Entries entries; ///< none in a PDF
    Bytes file;

    bool isPdf() const { return entries.empty(); }
};

/// Two offices a kiosk trusts, one it does not, and licences of all of them in every layout of
/// seal, with the list of signatures protected and left open for more; PDF licences with every
/// kind of key. No two are the same document.
class World {
public:
    World();

    const verify::TrustList& trust() const { return trust_; }
    const std::vector<Specimen>& sound() const { return sound_; }         ///< of the first office
    const std::vector<Specimen>& elsewhere() const { return elsewhere_; } ///< of the other two
    const std::vector<Specimen>& soundPdfs() const { return soundPdfs_; } ///< of the first office

    /// A small licence sealed by the first office.
    Entries sealedAs(const Writing& writing, const sandbox::Making& making, WallTime at) const;
    /// A licence of the sandbox, with all its artwork.
    Entries sealedFace(const sandbox::LicenceFace& face, const sandbox::Making& making,
                       WallTime at) const;

private:
    TemporaryFolder folder_;
    sandbox::Office office_;
    sandbox::Office neighbour_;
    sandbox::Office stranger_;
    verify::TrustList trust_;
    std::vector<Specimen> sound_;
    std::vector<Specimen> elsewhere_;
    std::vector<Specimen> soundPdfs_;
};

} // namespace kiosk::tests::mutation
