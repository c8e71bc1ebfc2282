/* SPDX-License-Identifier: Apache-2.0 */
/* Takes the size it asked for, whatever the camera made of it. */
#include "bad.h"

static int32_t grab(void *device, const kiosk_call *call, kiosk_frame *frame, kiosk_error *error)
{
    const int32_t result = acme_camera_ops.grab(device, call, frame, error);
    frame->width = 2 * ACME_WIDTH;
    return result;
}

BAD_CAMERA(ops.grab = grab)
