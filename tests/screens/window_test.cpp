// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <thread>

#include <SDL.h>
#include <catch2/catch.hpp>
#include <pthread.h>

#include "screens/kit/environment.h"
#include "screens/kit/window/window.h"

namespace kiosk::kit {
namespace {

using namespace std::chrono_literals;

constexpr Board kSmall{.widthPx = 270, .heightPx = 480, .pixelsPerInch = 25.4};

Window opened() {
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    auto window = Window::open(kSmall, {.title = "kiosk", .mode = Window::Mode::framed});
    REQUIRE(window);
    return std::move(*window);
}

void pushFinger(float x, float y) {
    SDL_Event event{};
    event.type = SDL_FINGERDOWN;
    event.tfinger.touchId = 1;
    event.tfinger.fingerId = 2;
    event.tfinger.x = x;
    event.tfinger.y = y;
    SDL_PushEvent(&event);
}

void pushKey(SDL_Keycode code, Uint8 repeat = 0) {
    SDL_Event event{};
    event.type = SDL_KEYDOWN;
    event.key.keysym.sym = code;
    event.key.repeat = repeat;
    SDL_PushEvent(&event);
}

std::vector<Key> keysOf(const std::vector<Window::Event>& events) {
    std::vector<Key> keys;
    for (const Window::Event& event : events)
        if (const auto* stroke = std::get_if<KeyEvent>(&event))
            keys.push_back(stroke->key);
    return keys;
}

std::vector<PointerEvent> pointersOf(const std::vector<Window::Event>& events) {
    std::vector<PointerEvent> pointers;
    for (const Window::Event& event : events)
        if (const auto* pointer = std::get_if<PointerEvent>(&event))
            pointers.push_back(*pointer);
    return pointers;
}

SDL_Window* theWindow() {
    for (Uint32 id = 1; id < 1000; ++id)
        if (SDL_Window* window = SDL_GetWindowFromID(id); window != nullptr)
            return window;
    return nullptr;
}

std::uint32_t colourOnGlass(int x, int y) {
    const SDL_Surface* glass = SDL_GetWindowSurface(theWindow());
    return static_cast<const std::uint32_t*>(glass->pixels)[y * glass->pitch / 4 + x] & 0xFFFFFFU;
}

constexpr Colour kBlue{0, 0, 255};

int forks = 0; ///< of this process, since the test that counts them began

} // namespace

TEST_CASE("What is drawn lies on the glass without a copy") {
    Window window = opened();
    Canvas canvas = window.canvas();
    canvas.fill({0, 0, 270, 480}, 0, kBlue);
    CHECK(colourOnGlass(10, 10) == 0x0000FF);
    CHECK(static_cast<const void*>(canvas.row(0).data()) ==
          SDL_GetWindowSurface(theWindow())->pixels);
}

TEST_CASE("A glass that gets another size takes nothing of the picture with it") {
    Window window = opened();
    Canvas canvas = window.canvas();
    canvas.fill({0, 0, 270, 480}, 0, kBlue);
    SDL_SetWindowSize(theWindow(), 135, 240);
    window.wait(0ms);
    window.presentAll(canvas);
    CHECK((canvas.row(479)[269] & 0xFFFFFFU) == 0x0000FF);
    CHECK(colourOnGlass(134, 239) == 0x0000FF);
    canvas.fill({0, 0, 270, 480}, 0, {255, 0, 0});
    window.presentAll(canvas);
    CHECK(colourOnGlass(0, 0) == 0xFF0000);
}

TEST_CASE("A finger arrives where it lies, in millimetres") {
    Window window = opened();
    window.wait(0ms);
    pushFinger(0.5F, 0.25F);
    const auto pointers = pointersOf(window.wait(1000ms));
    REQUIRE(pointers.size() == 1);
    CHECK(pointers[0].kind == PointerEvent::Kind::down);
    CHECK(pointers[0].at.x == Approx(135));
    CHECK(pointers[0].at.y == Approx(120));
}

TEST_CASE("A22 a finger that came while nobody looked may have lain there since the last look") {
    Window window = opened();
    window.wait(0ms);
    pushFinger(0.5F, 0.5F);
    const auto pointers = pointersOf(window.wait(1000ms));
    REQUIRE(pointers.size() == 1);
    REQUIRE(pointers[0].earliest);
    CHECK(*pointers[0].earliest <= pointers[0].time);
}

TEST_CASE("U3 a keypad's keys arrive, held down once only, and no others") {
    Window window = opened();
    window.wait(0ms);
    pushKey(SDLK_DOWN);
    pushKey(SDLK_DOWN, 1);
    pushKey(SDLK_q);
    pushKey(SDLK_KP_ENTER);
    pushKey(SDLK_SPACE);
    CHECK(keysOf(window.wait(1000ms)) == std::vector{Key::down, Key::ok, Key::next});
}

TEST_CASE("Another thread wakes a window that waits without end") {
    Window window = opened();
    window.wait(0ms);
    std::jthread worker([&] { window.wake(); });
    CHECK(pointersOf(window.wait(std::nullopt)).empty());
}

TEST_CASE("A window copies no process whose other threads may hold locks") {
    unsetenv("DBUS_SESSION_BUS_ADDRESS"); // a display, and no session on it
    setenv("DISPLAY", ":none", 1);
    quickenLibraries("/dev/null");
    pthread_atfork([] { ++forks; }, nullptr, nullptr);
    const Window window = opened();
    CHECK(forks == 0);
}

TEST_CASE("A window takes a whole picture and a part of one") {
    Window window = opened();
    Canvas canvas(kSmall);
    canvas.fill(kSmall.area(), 0, {10, 20, 30});
    window.presentAll(canvas);
    window.present(canvas, {{10, 10, 50, 20}, {0, 0, 0, 0}});
    CHECK(canvas.row(12)[12] == 0xFF0A141EU);
}

} // namespace kiosk::kit
