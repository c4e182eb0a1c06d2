// A store keeps numbers: a language is the hash of its tag, and found again among those that are there.
#include "app/host_language.h"

#include "app/log.h"
#include "app/translations.h"
#include "base/hash.h"
#include "base/say.h"

#include <string.h>

enum { LANGUAGES_MOST = 32 };

static TranslationLanguage languages[LANGUAGES_MOST];
static ViewLanguage shown[LANGUAGES_MOST];

static int number_of(const char *tag)
{
    return (int)(hash_string(tag) & 0x7fffffffu);
}

static const char *spoken(void)
{
    const char *chosen = translations_chosen();
    return chosen[0] != '\0' ? chosen : "en";
}

void host_language_kept(const PlayRequest *request, Store *store, Scenario **scenario)
{
    int number = request->language_given ? -1 : store_setting(store, "language", -1);
    int count = number < 0 ? 0 : translations_languages(languages, LANGUAGES_MOST);
    for (int i = 0; i < count; i++) {
        Err err = { 0 };
        const char *tag = languages[i].tag;
        if (number_of(tag) != number || strcmp(tag, spoken()) == 0) {
            continue;
        }
        Scenario *again = NULL;
        if (!translations_choose(tag, &err) ||
            (*scenario != NULL &&
             !(again = library_load((*scenario)->folder, request->data, &err)))) {
            log_line("language %s: %s", tag, err.message);
        } else if (again != NULL) {
            scenario_free(*scenario);
            *scenario = again;
        }
        return;
    }
}

static void show(Host *host)
{
    int count = translations_languages(languages, LANGUAGES_MOST);
    int chosen = 0;
    for (int i = 0; i < count; i++) {
        shown[i] = (ViewLanguage){ languages[i].tag, languages[i].name };
        bool same = strcmp(languages[i].tag, spoken()) == 0;
        bool wider = chosen == 0 && strncmp(languages[i].tag, spoken(), 2) == 0; // de for de_AT
        chosen = same || wider ? i : chosen;
    }
    view_languages(host->view, shown, count, chosen);
}

void host_language_open(Host *host, Scenario **scenario)
{
    host_language_kept(host->request, host->store, scenario);
    show(host);
}

void host_language_other(Host *host)
{
    char before[32];
    Scenario *none = NULL;
    Err ignored = { 0 };
    strncpy(before, spoken(), sizeof before - 1);
    before[sizeof before - 1] = '\0';
    if (!host->request->language_given) {
        translations_choose(NULL, &ignored);
        translations_follow_system();
    }
    host_language_open(host, &none);
    host->spoken_since = host->library.count > 0 && strcmp(before, spoken()) != 0;
}

bool host_language_carries_out(Host *host, const ViewRequest *wanted)
{
    if (wanted->kind != REQUEST_LANGUAGE) {
        return false;
    }
    Err err = { 0 };
    char tag[32];
    strncpy(tag, wanted->text, sizeof tag - 1); // it may be the list's, which is made again
    tag[sizeof tag - 1] = '\0';
    if (!host_speak(host, tag, &err) ||
        !store_setting_keep(host->store, "language", number_of(tag), &err)) {
        view_notice(host->view, say("The language could not be changed"), err.message, err.fix);
    }
    show(host);
    return true;
}
