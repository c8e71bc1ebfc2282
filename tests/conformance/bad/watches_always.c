/* SPDX-License-Identifier: Apache-2.0 */
/* Leaves the camera on when it should stop. */
#include "bad.h"

static void stop(void *device)
{
    (void)device;
}

BAD_CAMERA(ops.stop = stop)
