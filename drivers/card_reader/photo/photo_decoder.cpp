// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/photo/photo_decoder.h"

#include <dlfcn.h>

#include "drivers/card_reader/photo/kiosk_photo_decoder.h"

namespace kiosk::drivers {

namespace {

std::unexpected<Error> noDecoder(std::string_view why) {
    return fail(ErrorKind::configuration, "photo.no-decoder", Remedy::configuration, why);
}

} // namespace

void PhotoDecoder::Close::operator()(void* library) const {
    ::dlclose(library);
}

Result<PhotoDecoder> PhotoDecoder::load(const std::filesystem::path& library) {
    std::unique_ptr<void, Close> opened(::dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL));
    if (!opened)
        return noDecoder(::dlerror());
    const auto abi = reinterpret_cast<int (*)()>(::dlsym(opened.get(), "kiosk_photo_decoder_abi"));
    const auto decode = reinterpret_cast<Decode>(::dlsym(opened.get(), "kiosk_photo_decode"));
    if (abi == nullptr || decode == nullptr)
        return noDecoder("it has not the functions of a decoder");
    if (const int version = abi(); version != KIOSK_PHOTO_DECODER_ABI)
        return fail(ErrorKind::unsupported, "photo.decoder-version", Remedy::supplier,
                    std::to_string(version));
    return PhotoDecoder(std::move(opened), decode);
}

Result<CardPhoto> PhotoDecoder::decode(ByteView block) const {
    if (block.size() != KIOSK_PHOTO_BLOCK_BYTES)
        return fail(ErrorKind::malformed, "photo.wrong-size", Remedy::supplier);
    CardPhoto photo{.width = KIOSK_PHOTO_WIDTH,
                    .height = KIOSK_PHOTO_HEIGHT,
                    .rgb = Bytes(KIOSK_PHOTO_RGB_BYTES)};
    const int result = decode_(reinterpret_cast<const unsigned char*>(block.data()),
                               reinterpret_cast<unsigned char*>(photo.rgb.data()));
    if (result != 0)
        return fail(ErrorKind::device, "photo.not-decoded", Remedy::supplier,
                    std::to_string(result));
    return photo;
}

} // namespace kiosk::drivers
