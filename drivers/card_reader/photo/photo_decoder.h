// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "firmware/base/bytes.h"

namespace kiosk::drivers {

/// A card's photo as pixels. Personal data.
struct CardPhoto {
    int width = 0;
    int height = 0;
    Bytes rgb; ///< three bytes a pixel, rows top to bottom
};

/// A site's licensed decoder, loaded at run time (kiosk_photo_decoder.h is what it must be). It
/// runs in this process: who configures it, trusts it.
class PhotoDecoder {
public:
    /// "photo.no-decoder": there is no such file, or it is no decoder; "photo.decoder-version":
    /// built for another version of the interface.
    static Result<PhotoDecoder> load(const std::filesystem::path& library);

    /// The picture behind a card's photo block. "photo.not-decoded", with the decoder's own number.
    Result<CardPhoto> decode(ByteView block) const;

private:
    struct Close {
        void operator()(void* library) const;
    };
    using Decode = int (*)(const unsigned char*, unsigned char*);

    PhotoDecoder(std::unique_ptr<void, Close> library, Decode function)
        : library_(std::move(library)), decode_(function) {}

    std::unique_ptr<void, Close> library_;
    Decode decode_; ///< in library_
};

} // namespace kiosk::drivers
