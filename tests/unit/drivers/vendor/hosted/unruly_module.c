/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <kiosk_driver.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

/* A reader, a printer and a camera that behave as they are told by the text they are opened with;
 * "" is well. Whatever else they do, they do when they are asked to find a card, for their state, or
 * for a picture. */

enum { SOCKET = 3, WIDTH = 1280, HEIGHT = 720 };

typedef struct unruly {
    char manner[64];
} unruly;

static int32_t fail(kiosk_error *error, int32_t kind, const char *code, int32_t remedy)
{
    error->kind = kind;
    error->remedy = remedy;
    strcpy(error->code, code);
    strcpy(error->detail, "as told");
    return KIOSK_FAILED;
}

static int is(const void *device, const char *manner)
{
    return strcmp(((const unruly *)device)->manner, manner) == 0;
}

static void wait_a_little(void)
{
    const struct timespec slice = {0, 10 * 1000 * 1000};
    nanosleep(&slice, NULL);
}

/* Says something else than the answer, on the kiosk's own line. */
static void say(const void *bytes, size_t size)
{
    if (send(SOCKET, bytes, size, 0) < 0)
        abort();
}

static int32_t behave(void *device, const kiosk_call *call, kiosk_error *error)
{
    static const char long_lie[60000] = {1};
    if (is(device, "crash"))
        raise(SIGSEGV);
    if (is(device, "exit"))
        _exit(7);
    if (is(device, "kill"))
        raise(SIGKILL);
    if (is(device, "freeze"))
        raise(SIGSTOP);
    while (is(device, "hang"))
        pause();
    if (is(device, "lie"))
        say("well", 4);
    if (is(device, "long lie"))
        say(long_lie, sizeof long_lie);
    if (is(device, "empty lie"))
        say("", 0);
    if (is(device, "deaf"))
        shutdown(SOCKET, SHUT_RDWR);
    while (is(device, "patient")) {
        if (call->stop_asked(call->context))
            return fail(error, KIOSK_KIND_CANCELLED, "reader.cancelled", KIOSK_REMEDY_WAIT);
        wait_a_little();
    }
    if (is(device, "fault"))
        return fail(error, KIOSK_KIND_DEVICE, "reader.self-test", KIOSK_REMEDY_TECHNICIAN);
    return KIOSK_OK;
}

/* ---- every device --------------------------------------------------------------------------- */

static int32_t open_device(const char *at, const kiosk_call *call, void **device,
                           kiosk_error *error)
{
    unruly *opened = calloc(1, sizeof *opened);
    (void)call;
    if (opened == NULL || strlen(at) >= sizeof opened->manner)
        return fail(error, KIOSK_KIND_NOT_FOUND, "reader.gone", KIOSK_REMEDY_TECHNICIAN);
    if (strcmp(at, "crash at once") == 0)
        raise(SIGSEGV);
    strcpy(opened->manner, at);
    *device = opened;
    return KIOSK_OK;
}

static void close_device(void *device)
{
    while (is(device, "hang at the end"))
        pause();
    free(device);
}

static int32_t identify(void *device, kiosk_identity *identity, kiosk_error *error)
{
    (void)device, (void)error;
    strcpy(identity->model, "Unruly");
    sprintf(identity->serial, "%d", (int)getpid());
    strcpy(identity->port, "memory");
    return KIOSK_OK;
}

static int32_t reset(void *device, const kiosk_call *call, kiosk_error *error)
{
    (void)device, (void)call, (void)error;
    return KIOSK_OK;
}

/* ---- card reader ---------------------------------------------------------------------------- */

static int32_t reader_capabilities(void *device, kiosk_card_reader_capabilities *can,
                                   kiosk_error *error)
{
    (void)device, (void)error;
    can->layouts = 1u << KIOSK_LAYOUT_MAINLAND;
    can->sees_card_stay = 1;
    can->has_security_module = 1;
    return KIOSK_OK;
}

static int32_t find_card(void *device, const kiosk_call *call, int32_t *found, kiosk_error *error)
{
    *found = 1;
    return behave(device, call, error);
}

static int32_t read_card(void *device, const kiosk_call *call, kiosk_id_card *card,
                         kiosk_error *error)
{
    (void)call;
    card->layout = KIOSK_LAYOUT_MAINLAND;
    card->number_doubt = KIOSK_DOUBT_NONE;
    strcpy(card->name, "云小满");
    strcpy(card->sex, "2");
    strcpy(card->number, "990000199003071235");
    strcpy(card->address, "云州市望江路 1 号");
    strcpy(card->birth, "1990-03-07");
    strcpy(card->valid_from, "2019-05-20");
    memset(card->photo, 0x5A, sizeof card->photo);
    if (is(device, "half a card"))
        return fail(error, KIOSK_KIND_UNAVAILABLE, "card.removed", KIOSK_REMEDY_CITIZEN);
    return KIOSK_OK;
}

static int32_t card_still_there(void *device, const kiosk_call *call, int32_t *there,
                                kiosk_error *error)
{
    (void)device, (void)call, (void)error;
    *there = 1;
    return KIOSK_OK;
}

/* How often eight bytes of a text are still there after it was given back. The C library leaves the last
 * eight of a block, where it keeps the block's size later. */
static int left_of_freed(size_t size)
{
    char *volatile text = malloc(size);
    const char *volatile after = text;
    const size_t filled = malloc_usable_size(text) - 8;
    int left = 0;
    memset(text, 'S', size);
    free(text);
    for (size_t i = 0; i + 8 <= filled; ++i)
        left += memcmp(after + i, "SSSSSSSS", 8) == 0;
    return left;
}

static int can_open(const char *path, int flags)
{
    const int descriptor = open(path, flags, 0600);
    if (descriptor >= 0)
        close(descriptor);
    return descriptor >= 0;
}

static int dumps_core(void)
{
    struct rlimit limit;
    return getrlimit(RLIMIT_CORE, &limit) != 0 || limit.rlim_max != 0 ||
           prctl(PR_GET_DUMPABLE) != 0;
}

/* Not a number: what this process could do, and holds of what was given back. */
static int32_t sam_number(void *device, const kiosk_call *call, char number[64],
                          kiosk_error *error)
{
    (void)device, (void)call, (void)error;
    sprintf(number, "home %d passwd %d write %d null %d dump %d rights %d freed %d",
            getenv("HOME") != NULL, can_open("/etc/passwd", O_RDONLY),
            can_open("/tmp/unruly-module", O_WRONLY | O_CREAT), can_open("/dev/null", O_WRONLY),
            dumps_core(), prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1,
            left_of_freed(20) + left_of_freed(1000) + left_of_freed(5000));
    return KIOSK_OK;
}

static const kiosk_card_reader_ops reader = {
    .struct_size = sizeof reader,
    .device = {open_device, close_device, identify, reset},
    .capabilities = reader_capabilities,
    .find_card = find_card,
    .read_card = read_card,
    .card_still_there = card_still_there,
    .sam_number = sam_number,
};

/* ---- printer -------------------------------------------------------------------------------- */

static int32_t printer_capabilities(void *device, kiosk_printer_capabilities *can,
                                    kiosk_error *error)
{
    (void)device, (void)error;
    can->formats = 1u << KIOSK_FORMAT_PDF;
    can->counts_pages = 1;
    return KIOSK_OK;
}

static int32_t status(void *device, const kiosk_call *call, kiosk_printer_status *told,
                      kiosk_error *error)
{
    told->device = KIOSK_DEVICE_ONLINE;
    told->paper = KIOSK_PAPER_LOW;
    told->toner = KIOSK_TONER_FULL;
    told->life_pages = 42;
    strcpy(told->reasons, "media-low\n");
    return behave(device, call, error);
}

/* The job's number is the sum of the document's bytes. */
static int32_t submit(void *device, const kiosk_call *call, const kiosk_document *document,
                      int32_t *job, kiosk_error *error)
{
    *job = 0;
    for (size_t i = 0; i < document->size; ++i)
        *job += document->bytes[i];
    *job += document->pages + (int32_t)strlen(document->job_name);
    return is(device, "dies printing") ? raise(SIGKILL) : behave(device, call, error);
}

static int32_t progress(void *device, const kiosk_call *call, int32_t job, int32_t pages,
                        kiosk_job_progress *told, kiosk_error *error)
{
    (void)device, (void)call, (void)job, (void)error;
    told->state = KIOSK_JOB_COMPLETED;
    told->pages_out = pages;
    return KIOSK_OK;
}

static int32_t cancel(void *device, const kiosk_call *call, int32_t job, kiosk_error *error)
{
    (void)device, (void)call;
    return job == 1 ? KIOSK_OK
                    : fail(error, KIOSK_KIND_NOT_FOUND, "printer.no-such-job",
                           KIOSK_REMEDY_ATTENDANT);
}

static const kiosk_printer_ops printer = {
    .struct_size = sizeof printer,
    .device = {open_device, close_device, identify, reset},
    .capabilities = printer_capabilities,
    .status = status,
    .submit = submit,
    .progress = progress,
    .cancel = cancel,
    .clear_jobs = reset,
};

/* ---- camera --------------------------------------------------------------------------------- */

static int32_t camera_capabilities(void *device, kiosk_camera_capabilities *can,
                                   kiosk_error *error)
{
    (void)device, (void)error;
    can->width = WIDTH;
    can->height = HEIGHT;
    strcpy(can->format, "GREY");
    return KIOSK_OK;
}

static void stop(void *device)
{
    (void)device;
}

static int32_t grab(void *device, const kiosk_call *call, kiosk_frame *frame, kiosk_error *error)
{
    frame->width = is(device, "another size") ? WIDTH - 1 : WIDTH;
    frame->height = HEIGHT;
    if (frame->room < (size_t)WIDTH * HEIGHT)
        return fail(error, KIOSK_KIND_DEVICE, "camera.gone", KIOSK_REMEDY_TECHNICIAN);
    for (int32_t row = 0; row < HEIGHT; ++row)
        memset(frame->luma + row * WIDTH, row % 251, WIDTH);
    return behave(device, call, error);
}

static const kiosk_camera_ops camera = {
    .struct_size = sizeof camera,
    .device = {open_device, close_device, identify, reset},
    .capabilities = camera_capabilities,
    .start = reset,
    .stop = stop,
    .grab = grab,
};

KIOSK_EXPORT int32_t kiosk_driver_describe(kiosk_driver *driver)
{
    driver->abi_major = KIOSK_DRIVER_ABI_MAJOR;
    driver->abi_minor = KIOSK_DRIVER_ABI_MINOR;
    strcpy(driver->name, "unruly");
    driver->card_reader = &reader;
    driver->printer = &printer;
    driver->camera = &camera;
    return KIOSK_OK;
}
