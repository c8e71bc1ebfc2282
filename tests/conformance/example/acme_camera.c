/* SPDX-License-Identifier: Apache-2.0 */
#include "acme.h"

#include <string.h>

static int32_t gone(kiosk_error *error)
{
    return acme_fail(error, KIOSK_KIND_NOT_FOUND, "camera.gone", KIOSK_REMEDY_TECHNICIAN);
}

static int32_t open_camera(const char *at, const kiosk_call *call, void **device,
                           kiosk_error *error)
{
    (void)at, (void)call;
    if (acme.camera_unplugged)
        return gone(error);
    *device = &acme; /* nothing to be freed: there is one camera */
    return KIOSK_OK;
}

static void stop(void *device)
{
    (void)device;
    acme.capturing = 0;
}

static int32_t identify(void *device, kiosk_identity *identity, kiosk_error *error)
{
    (void)device;
    if (acme.camera_unplugged)
        return gone(error);
    strcpy(identity->model, "Acme Eye");
    strcpy(identity->port, "memory");
    return KIOSK_OK;
}

static int32_t reset(void *device, const kiosk_call *call, kiosk_error *error)
{
    (void)call;
    stop(device);
    return acme.camera_unplugged ? gone(error) : KIOSK_OK;
}

static int32_t capabilities(void *device, kiosk_camera_capabilities *can, kiosk_error *error)
{
    (void)device, (void)error;
    can->width = ACME_WIDTH;
    can->height = ACME_HEIGHT;
    strcpy(can->format, "GREY");
    return KIOSK_OK;
}

static int32_t start(void *device, const kiosk_call *call, kiosk_error *error)
{
    (void)device, (void)call;
    if (acme.camera_unplugged)
        return gone(error);
    acme.capturing = 1;
    return KIOSK_OK;
}

/* Waits for a camera that sends nothing. */
static int32_t wait_for_frame(const kiosk_call *call, kiosk_error *error)
{
    int32_t waited = 0;
    while (acme.camera_silent) {
        if (!acme_wait(call, waited))
            break;
        waited += 20;
    }
    if (call->stop_asked(call->context))
        return acme_fail(error, KIOSK_KIND_CANCELLED, "camera.cancelled", KIOSK_REMEDY_WAIT);
    if (acme.camera_silent)
        return acme_fail(error, KIOSK_KIND_TIMED_OUT, "camera.silent", KIOSK_REMEDY_TECHNICIAN);
    return KIOSK_OK;
}

static int32_t grab(void *device, const kiosk_call *call, kiosk_frame *frame, kiosk_error *error)
{
    (void)device;
    if (acme.camera_unplugged)
        return gone(error);
    if (!acme.capturing)
        return acme_fail(error, KIOSK_KIND_UNSUPPORTED, "camera.off", KIOSK_REMEDY_SUPPLIER);
    if (wait_for_frame(call, error) != KIOSK_OK)
        return KIOSK_FAILED;
    if (acme.camera_damaged)
        return acme_fail(error, KIOSK_KIND_MALFORMED, "camera.damaged-frame", KIOSK_REMEDY_WAIT);
    if (frame->room < sizeof acme.before_camera.luma)
        return acme_fail(error, KIOSK_KIND_UNSUPPORTED, "camera.format-unsupported",
                         KIOSK_REMEDY_SUPPLIER);
    frame->width = ACME_WIDTH;
    frame->height = ACME_HEIGHT;
    memcpy(frame->luma, acme.before_camera.luma, sizeof acme.before_camera.luma);
    return KIOSK_OK;
}

const kiosk_camera_ops acme_camera_ops = {
    .struct_size = sizeof(kiosk_camera_ops),
    .device = {open_camera, stop, identify, reset},
    .capabilities = capabilities,
    .start = start,
    .stop = stop,
    .grab = grab,
};
