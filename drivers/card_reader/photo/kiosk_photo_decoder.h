// SPDX-License-Identifier: Apache-2.0
/* What a supplier's decoder of ID card photos must be: a shared object with these two functions.
 * The photo block of a resident ID card is in a proprietary form whose decoders are licensed, to a
 * site or to a reader; the kiosk has none and works without. C99, no other header needed. */
#ifndef KIOSK_PHOTO_DECODER_H
#define KIOSK_PHOTO_DECODER_H

#define KIOSK_PHOTO_DECODER_ABI 1

#define KIOSK_PHOTO_BLOCK_BYTES 1024
#define KIOSK_PHOTO_WIDTH 102
#define KIOSK_PHOTO_HEIGHT 126
#define KIOSK_PHOTO_RGB_BYTES (KIOSK_PHOTO_WIDTH * KIOSK_PHOTO_HEIGHT * 3)

#ifdef __cplusplus
extern "C" {
#endif

/* KIOSK_PHOTO_DECODER_ABI as the decoder was built with. Another one is not called. */
int kiosk_photo_decoder_abi(void);

/* Decodes a block of KIOSK_PHOTO_BLOCK_BYTES into KIOSK_PHOTO_RGB_BYTES, rows top to bottom, red
 * first. 0: done; anything else is the decoder's own error number, and `rgb` is not looked at.
 * Called on one thread at a time; keeps neither block nor picture when it returns. */
int kiosk_photo_decode(const unsigned char* block, unsigned char* rgb);

#ifdef __cplusplus
}
#endif

#endif
