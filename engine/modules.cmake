# The modules from the bottom up, each with the modules whose headers it may include. CMakeLists.txt links
# by this list and tests/layers.cmake holds every #include against it, so the two cannot part.
# `app` may include everything and nothing may include it.
set(PLANKWRIGHT_MODULES base trust bridge story language explore script picture view page term store report sdl)
set(PLANKWRIGHT_CORE base trust bridge story language explore picture view page) # pure C17, no system

# The files of engine/story that play. They are compiled once more for engine/explore (story/asked.h).
set(PLANKWRIGHT_INTERPRETER story step clock ledger desk talk draw condition journal)

set(uses_base)
set(uses_trust base)
set(uses_bridge base)
set(uses_story trust bridge base)
set(uses_language story trust bridge base)
set(uses_explore story trust bridge base)
set(uses_script story trust bridge base) # + Lua
set(uses_picture bridge base)            # + libpng
set(uses_view picture story bridge trust base)
set(uses_page view picture story bridge trust base)
set(uses_term view story bridge trust base)
set(uses_store story trust bridge base) # + SQLite
set(uses_report page view picture story bridge trust base)
set(uses_sdl view picture bridge base) # + SDL2, SDL2_ttf
