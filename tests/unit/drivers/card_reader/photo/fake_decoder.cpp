// SPDX-License-Identifier: Apache-2.0
// A decoder that decodes nothing: the first three bytes of the block become every pixel, and a
// block that begins with 255 is its error 5. FAKE_ABI is the version it says it was built for;
// without one it is some other library.
#include "drivers/card_reader/photo/kiosk_photo_decoder.h"

#ifdef FAKE_ABI

int kiosk_photo_decoder_abi(void) {
    return FAKE_ABI;
}

int kiosk_photo_decode(const unsigned char* block, unsigned char* rgb) {
    if (block[0] == 255)
        return 5;
    for (int i = 0; i < KIOSK_PHOTO_RGB_BYTES; ++i)
        rgb[i] = block[i % 3];
    return 0;
}

#endif
