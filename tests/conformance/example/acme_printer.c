/* SPDX-License-Identifier: Apache-2.0 */
#include "acme.h"

#include <stdlib.h>
#include <string.h>

/* Of the two forms there are; built with -DACME_TAKES_RASTER it is a printer without PDF. */
#ifdef ACME_TAKES_RASTER
enum { kTaken = KIOSK_FORMAT_PWG_RASTER };
#else
enum { kTaken = KIOSK_FORMAT_PDF };
#endif

typedef struct printer {
    int unused_wire;
} printer;

static int32_t ready(const kiosk_call *call, kiosk_error *error)
{
    if (call->stop_asked(call->context))
        return acme_fail(error, KIOSK_KIND_CANCELLED, "printer.stopped", KIOSK_REMEDY_WAIT);
    if (acme.printer_unplugged)
        return acme_fail(error, KIOSK_KIND_UNAVAILABLE, "printer.gone", KIOSK_REMEDY_TECHNICIAN);
    return KIOSK_OK;
}

static int is_over(const acme_job *job)
{
    return job->state >= KIOSK_JOB_COMPLETED;
}

static acme_job *running(void)
{
    acme_job *last = acme.jobs > 0 ? &acme.job[acme.jobs - 1] : NULL;
    return last != NULL && !is_over(last) ? last : NULL;
}

static int is_blocked(void)
{
    return acme.paper == 0 || acme.jammed || acme.cover_open;
}

static int32_t open_printer(const char *at, const kiosk_call *call, void **device,
                            kiosk_error *error)
{
    (void)at;
    if (ready(call, error) != KIOSK_OK)
        return KIOSK_FAILED;
    *device = calloc(1, sizeof(printer));
    if (*device == NULL)
        return acme_fail(error, KIOSK_KIND_DEVICE, "printer.no-memory", KIOSK_REMEDY_TECHNICIAN);
    return KIOSK_OK;
}

static void close_printer(void *device)
{
    free(device);
}

/* What was printed lies in the tray while the printer is closed and opened; it goes with the module. */
__attribute__((destructor)) static void empty_tray(void)
{
    for (int32_t i = 0; i < acme.jobs; ++i)
        free(acme.job[i].bytes);
}

static int32_t identify(void *device, kiosk_identity *identity, kiosk_error *error)
{
    (void)device, (void)error;
    strcpy(identity->model, "Acme A4");
    strcpy(identity->serial, "A4-0001");
    strcpy(identity->port, "memory");
    return KIOSK_OK;
}

static int32_t capabilities(void *device, kiosk_printer_capabilities *can, kiosk_error *error)
{
    (void)device, (void)error;
    can->formats = 1u << kTaken;
    can->counts_pages = 1;
    can->life_counter = 1;
    return KIOSK_OK;
}

static void add_reason(char *reasons, const char *reason)
{
    strcat(reasons, reason);
    strcat(reasons, "\n");
}

static int32_t status(void *device, const kiosk_call *call, kiosk_printer_status *told,
                      kiosk_error *error)
{
    (void)device;
    if (ready(call, error) != KIOSK_OK)
        return KIOSK_FAILED;
    told->device = is_blocked()              ? KIOSK_DEVICE_USER
                   : running() != NULL ? KIOSK_DEVICE_BUSY
                                       : KIOSK_DEVICE_ONLINE;
    told->paper = acme.jammed       ? KIOSK_PAPER_JAMMED
                  : acme.paper == 0 ? KIOSK_PAPER_OUT
                                    : KIOSK_PAPER_FULL;
    told->toner = acme.toner_low ? KIOSK_TONER_LOW : KIOSK_TONER_FULL;
    told->cover_open = acme.cover_open;
    told->life_pages = acme.life_pages;
    if (acme.jammed)
        add_reason(told->reasons, "jam");
    if (acme.paper == 0)
        add_reason(told->reasons, "no paper");
    return KIOSK_OK;
}

/* A device that takes its time, or the stop that ends the wait. */
static int32_t wait_for_device(const kiosk_call *call, kiosk_error *error)
{
    for (int32_t waited = 0; acme.hold_next_job && waited < 3000; waited += 20)
        if (!acme_wait(call, waited))
            break;
    acme.hold_next_job = 0;
    return ready(call, error);
}

static int32_t submit(void *device, const kiosk_call *call, const kiosk_document *document,
                      int32_t *job, kiosk_error *error)
{
    acme_job *next;
    (void)device;
    if (ready(call, error) != KIOSK_OK)
        return KIOSK_FAILED;
    if (running() != NULL || acme.jobs == ACME_MOST_DOCUMENTS)
        return acme_fail(error, KIOSK_KIND_UNAVAILABLE, "printer.busy", KIOSK_REMEDY_WAIT);
    if (document->format != kTaken)
        return acme_fail(error, KIOSK_KIND_UNSUPPORTED, "printer.format-refused",
                         KIOSK_REMEDY_SUPPLIER);
    if (wait_for_device(call, error) != KIOSK_OK)
        return KIOSK_FAILED;
    next = &acme.job[acme.jobs];
    next->bytes = malloc(document->size);
    if (next->bytes == NULL)
        return acme_fail(error, KIOSK_KIND_DEVICE, "printer.no-memory", KIOSK_REMEDY_TECHNICIAN);
    ++acme.jobs;
    next->pages = document->pages;
    next->pages_out = 0;
    next->state = KIOSK_JOB_PROCESSING;
    next->size = document->size;
    memcpy(next->bytes, document->bytes, document->size);
    *job = acme.jobs;
    if (acme.lose_next_reply) {
        acme.lose_next_reply = 0;
        return acme_fail(error, KIOSK_KIND_TIMED_OUT, "printer.silent", KIOSK_REMEDY_TECHNICIAN);
    }
    return KIOSK_OK;
}

static acme_job *find_job(int32_t job)
{
    return job >= 1 && job <= acme.jobs ? &acme.job[job - 1] : NULL;
}

static int32_t progress(void *device, const kiosk_call *call, int32_t job, int32_t pages,
                        kiosk_job_progress *told, kiosk_error *error)
{
    const acme_job *asked = find_job(job);
    (void)device, (void)pages;
    if (ready(call, error) != KIOSK_OK)
        return KIOSK_FAILED;
    if (asked == NULL)
        return acme_fail(error, KIOSK_KIND_NOT_FOUND, "printer.no-such-job",
                         KIOSK_REMEDY_ATTENDANT);
    told->pages_out = asked->pages_out;
    told->state = !is_over(asked) && is_blocked() ? KIOSK_JOB_STOPPED : asked->state;
    return KIOSK_OK;
}

static int32_t cancel(void *device, const kiosk_call *call, int32_t job, kiosk_error *error)
{
    acme_job *asked = find_job(job);
    (void)device;
    if (ready(call, error) != KIOSK_OK)
        return KIOSK_FAILED;
    if (asked == NULL)
        return acme_fail(error, KIOSK_KIND_NOT_FOUND, "printer.no-such-job",
                         KIOSK_REMEDY_ATTENDANT);
    if (!is_over(asked))
        asked->state = KIOSK_JOB_CANCELED;
    return KIOSK_OK;
}

static int32_t clear_jobs(void *device, const kiosk_call *call, kiosk_error *error)
{
    acme_job *left = running();
    (void)device;
    if (ready(call, error) != KIOSK_OK)
        return KIOSK_FAILED;
    if (left != NULL)
        left->state = KIOSK_JOB_CANCELED;
    return KIOSK_OK;
}

const kiosk_printer_ops acme_printer_ops = {
    .struct_size = sizeof(kiosk_printer_ops),
    .device = {open_printer, close_printer, identify, clear_jobs},
    .capabilities = capabilities,
    .status = status,
    .submit = submit,
    .progress = progress,
    .cancel = cancel,
    .clear_jobs = clear_jobs,
};
