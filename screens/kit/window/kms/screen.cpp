// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/window/kms/screen.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <span>

#include <fcntl.h>
#include <xf86drm.h>
#include <xf86drmMode.h>

#include "firmware/base/handle.h"
#include "firmware/base/log.h"

namespace kiosk::kit {

namespace {

using Resources = Handle<drmModeRes, drmModeFreeResources>;
using Connector = Handle<drmModeConnector, drmModeFreeConnector>;
using Encoder = Handle<drmModeEncoder, drmModeFreeEncoder>;

constexpr const char* kCards = "/dev/dri";
constexpr std::size_t kMostClips = 256; // DRM_MODE_FB_DIRTY_MAX_CLIPS

std::vector<std::filesystem::path> cards() {
    std::vector<std::filesystem::path> found;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(kCards, none))
        if (entry.path().filename().string().starts_with("card"))
            found.push_back(entry.path());
    std::ranges::sort(found);
    return found;
}

std::string because(std::string_view what) {
    return std::string(what) + ": " + std::strerror(errno);
}

bool isPanel(std::uint32_t connectorType) {
    return connectorType == DRM_MODE_CONNECTOR_eDP || connectorType == DRM_MODE_CONNECTOR_LVDS ||
           connectorType == DRM_MODE_CONNECTOR_DSI || connectorType == DRM_MODE_CONNECTOR_DPI;
}

OutputMode modeOf(const drmModeModeInfo& mode) {
    return {.width = mode.hdisplay,
            .height = mode.vdisplay,
            .refreshHz = static_cast<int>(mode.vrefresh),
            .isPreferred = (mode.type & DRM_MODE_TYPE_PREFERRED) != 0,
            .isInterlaced = (mode.flags & DRM_MODE_FLAG_INTERLACE) != 0};
}

std::uint32_t controllersOf(int card, const drmModeConnector& connector) {
    std::uint32_t controllers = 0;
    for (const std::uint32_t id :
         std::span(connector.encoders, static_cast<std::size_t>(connector.count_encoders)))
        if (const Encoder encoder{drmModeGetEncoder(card, id)})
            controllers |= encoder->possible_crtcs;
    return controllers;
}

Output outputOf(int card, const drmModeConnector& connector) {
    const char* type = drmModeGetConnectorTypeName(connector.connector_type);
    Output output{.name = std::string(type == nullptr ? "output" : type) + "-" +
                          std::to_string(connector.connector_type_id),
                  .isConnected = connector.connection == DRM_MODE_CONNECTED,
                  .isBuiltIn = isPanel(connector.connector_type),
                  .modes = {},
                  .controllers = controllersOf(card, connector)};
    for (const drmModeModeInfo& mode :
         std::span(connector.modes, static_cast<std::size_t>(connector.count_modes)))
        output.modes.push_back(modeOf(mode));
    return output;
}

drmModeClip clipOf(const RectPx& area) {
    const auto edge = [](int px) { return static_cast<std::uint16_t>(px); };
    return {edge(area.x), edge(area.y), edge(area.x + area.width), edge(area.y + area.height)};
}

} // namespace

Result<Screen> Screen::open(const Board& board) {
    std::string why;
    for (const auto& path : cards()) {
        Descriptor card(::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK));
        std::string reason;
        if (card) {
            Screen screen(board, std::move(card));
            reason = screen.begin();
            if (reason.empty())
                return screen;
        } else {
            reason = because("cannot be opened");
        }
        why += (why.empty() ? "" : "; ") + path.filename().string() + ": " + reason;
    }
    if (why.empty())
        why = std::string("no card in ") + kCards + ": has the kernel a driver for it?";
    return fail(ErrorKind::unavailable, "screen.unavailable", Remedy::technician, why);
}

Screen::~Screen() {
    buffer_.reset();
    if (card_)
        drmDropMaster(card_.number());
}

std::string Screen::begin() {
    std::uint64_t hasMemory = 0;
    if (drmGetCap(card_.number(), DRM_CAP_DUMB_BUFFER, &hasMemory) != 0 || hasMemory == 0)
        return "has no plain memory to draw on";
    if (drmIsMaster(card_.number()) == 0 && drmSetMaster(card_.number()) != 0)
        return because("another program shows something on it");
    const Resources resources(drmModeGetResources(card_.number()));
    if (!resources)
        return because("shows nothing");
    connectors_.assign(resources->connectors, resources->connectors + resources->count_connectors);
    controllers_.assign(resources->crtcs, resources->crtcs + resources->count_crtcs);
    const std::vector<Output> all = outputs();
    const auto choice = chooseOutput(all, board_);
    if (!choice)
        return describeOutputs(all);
    return light(*choice) ? "" : because(all[choice->output].name + " cannot be lit");
}

/// Each is asked for what is plugged in: slow where a screen has to be read out (EDID).
std::vector<Output> Screen::outputs() {
    std::vector<Output> found;
    for (const std::uint32_t id : connectors_) {
        const Connector connector(drmModeGetConnector(card_.number(), id));
        found.push_back(connector ? outputOf(card_.number(), *connector) : Output{});
    }
    return found;
}

bool Screen::light(const OutputChoice& choice) {
    std::uint32_t id = connectors_[choice.output];
    // The kernel's own words for the mode, as it gave them a moment ago without reading again.
    const Connector connector(drmModeGetConnectorCurrent(card_.number(), id));
    const auto controller = static_cast<std::size_t>(choice.controller);
    if (!connector || choice.mode >= static_cast<std::size_t>(connector->count_modes) ||
        controller >= controllers_.size())
        return false;
    drmModeModeInfo& mode = connector->modes[choice.mode];
    auto buffer = DumbBuffer::make(card_.number(), mode.hdisplay, mode.vdisplay);
    if (!buffer || drmModeSetCrtc(card_.number(), controllers_[controller], buffer->frame(), 0, 0,
                                  &id, 1, &mode) != 0)
        return false;
    buffer_ = std::move(buffer);
    placement_ = std::make_unique<Placement>(board_, buffer_->width(), buffer_->height());
    log::tell<"kiosk.screen">(mode.hdisplay, mode.vdisplay);
    return true;
}

void Screen::show(const Canvas& canvas, const std::vector<RectPx>& changed) {
    cairo_surface_t* picture = cairo_get_target(canvas.cairo());
    cairo_surface_flush(picture);
    const Handle<cairo_t, cairo_destroy> glass(cairo_create(buffer_->surface()));
    std::vector<RectPx> clips;
    for (const RectPx& area : changed)
        if (const RectPx clip = placement_->onGlass(area); clip.width > 0)
            clips.push_back(clip);
    for (const RectPx& clip : clips)
        cairo_rectangle(glass.get(), clip.x, clip.y, clip.width, clip.height);
    cairo_clip(glass.get());
    cairo_transform(glass.get(), &placement_->matrix());
    cairo_set_source_surface(glass.get(), picture, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(glass.get()),
                             placement_->isExact() ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD);
    cairo_set_operator(glass.get(), CAIRO_OPERATOR_SOURCE);
    cairo_paint(glass.get());
    cairo_surface_flush(buffer_->surface());
    tell(clips);
}

/// A card that sends pictures on (to a virtual machine's window, over USB) learns what to send, one
/// that refreshes its panel by itself when to. Others know no such call.
void Screen::tell(const std::vector<RectPx>& clips) {
    if (!wantsToBeTold_ || clips.empty())
        return;
    std::vector<drmModeClip> told;
    std::ranges::transform(clips, std::back_inserter(told), clipOf);
    if (told.size() > kMostClips)
        told = {clipOf({0, 0, width(), height()})};
    const int outcome = drmModeDirtyFB(card_.number(), buffer_->frame(), told.data(),
                                       static_cast<std::uint32_t>(told.size()));
    wantsToBeTold_ = outcome != -ENOSYS && outcome != -EOPNOTSUPP;
}

bool Screen::lookAgain() {
    const std::vector<Output> all = outputs();
    const auto choice = chooseOutput(all, board_);
    if (choice && light(*choice))
        return true;
    log::tell<"kiosk.no-screen">(all.size(), std::ranges::count_if(all, &Output::isConnected));
    return false;
}

} // namespace kiosk::kit
