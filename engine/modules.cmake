# The modules from the bottom up, each with the modules whose headers it may include. CMakeLists.txt links
# by this list and tests/layers.cmake holds every #include against it, so the two cannot part.
# `app` may include everything and nothing may include it.
set(PLANKWRIGHT_MODULES base course trust bridge story language explore room script picture view speech page term store report web voice atspi sdl)
set(PLANKWRIGHT_CORE base course trust bridge story language explore room picture view speech page) # pure C17, no system

# The files of engine/story that play. They are compiled once more for engine/explore (story/asked.h).
set(PLANKWRIGHT_INTERPRETER story step clock ledger felt desk talk draw condition journal)

set(uses_base)
set(uses_course)
set(uses_trust base)
set(uses_bridge base)
set(uses_story trust bridge base)
set(uses_language story trust bridge base)
set(uses_explore story trust bridge base)
set(uses_room story trust bridge base)
set(uses_script story trust bridge base) # + Lua
set(uses_picture bridge base)            # + libpng
set(uses_view picture room story bridge trust base)
set(uses_speech view picture story bridge trust base)
set(uses_page view picture story bridge trust base)
set(uses_term view story bridge trust base)
set(uses_store course story trust bridge base) # + SQLite
set(uses_report page view picture story bridge trust base)
set(uses_web room picture story bridge trust base) # + libmicrohttpd, libqrencode, libsodium; left out without them
set(uses_voice base) # + libspeechd, asked for when it is wanted; mute where it was not built in
set(uses_atspi speech view picture story bridge trust base) # its bridge to ATK is no part of the program
set(uses_sdl view picture bridge base) # + SDL2, SDL2_ttf
