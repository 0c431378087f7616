#include "core/lab/scene.h"

#include "core/lab/text.h"

#include <array>
#include <cstdio>
#include <set>
#include <string_view>

namespace plumbline {

namespace {

constexpr std::string_view kPrefix = "plumbline:";
constexpr std::size_t kLongestScene = 1 << 20;

bool isUnreserved(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           std::string_view("-._~,").find(c) != std::string_view::npos;
}

std::string percentEncoded(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (isUnreserved(c)) {
            result += c;
        } else {
            std::array<char, 4> escape{};
            std::snprintf(escape.data(), escape.size(), "%%%02X", static_cast<unsigned char>(c));
            result += escape.data();
        }
    }
    return result;
}

int hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return -1;
}

std::optional<std::string> percentDecoded(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result += text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
        if (high < 0 || low < 0)
            return std::nullopt;
        result += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return result;
}

std::string headOf(const std::string& lab) {
    return std::string(kPrefix) + lab + "?v=" + std::to_string(kSceneVersion);
}

std::string viewPairs(const ViewSettings& view) {
    std::string text;
    for (const auto& [key, value] : viewEntries(view))
        text += "&view." + percentEncoded(key) + "=" + percentEncoded(value);
    return text;
}

std::string newerVersion(std::int64_t number) {
    return "the scene is of version " + std::to_string(number) +
           ", from a newer Plumbline; this one reads up to " + std::to_string(kSceneVersion);
}

/// Reads one scene; each key goes to the member function that knows it.
class SceneReader {
  public:
    explicit SceneReader(const std::vector<const Lab*>& labs) : m_labs(labs) {}

    SceneReading read(std::string_view text) {
        const auto queryAt = std::min(text.find('?'), text.size());
        const auto query = text.substr(std::min(queryAt + 1, text.size()));
        if (isScene(text) && !isNewer(query) && findLab(text.substr(0, queryAt))) {
            m_scene = defaultScene(*m_lab);
            readPairs(query);
            if (m_reading.problems.empty())
                checkWhole();
        }
        if (m_reading.problems.empty())
            m_reading.scene = m_scene;
        return m_reading;
    }

  private:
    void problem(const std::string& message) { m_reading.problems.push_back(message); }

    bool isScene(std::string_view text) {
        if (text.size() > kLongestScene)
            problem("a scene must be at most 1 MiB long, got " + std::to_string(text.size()) +
                    " bytes");
        else if (!text.starts_with(kPrefix))
            problem("a scene must start with \"plumbline:\", got " + inQuotes(text));
        return m_reading.problems.empty();
    }

    /// Asked before anything else: what a newer version means by its labs and values is not known.
    bool isNewer(std::string_view query) {
        forEachPair(query, [this](std::string_view pair) {
            const auto number =
                pair.starts_with("v=") ? parseInteger(pair.substr(2)) : std::nullopt;
            if (number && *number > kSceneVersion)
                problem(newerVersion(*number));
        });
        return !m_reading.problems.empty();
    }

    bool findLab(std::string_view head) {
        const std::string id(head.substr(kPrefix.size()));
        std::vector<std::string> ids;
        for (const Lab* lab : m_labs) {
            ids.push_back(lab->description().id);
            if (ids.back() == id)
                m_lab = lab;
        }
        if (!m_lab)
            problem("unknown lab " + inQuotes(id) + suggestion(id, ids));
        return m_lab != nullptr;
    }

    template <class Visitor>
    static void forEachPair(std::string_view query, const Visitor& visit) {
        while (!query.empty()) {
            const auto end = std::min(query.find('&'), query.size());
            if (end > 0)
                visit(query.substr(0, end));
            query.remove_prefix(std::min(end + 1, query.size()));
        }
    }

    void readPairs(std::string_view query) {
        forEachPair(query, [this](std::string_view pair) { readPair(pair); });
    }

    void readPair(std::string_view pair) {
        const auto equals = pair.find('=');
        const auto key = percentDecoded(pair.substr(0, equals));
        const auto value =
            equals == pair.npos ? std::nullopt : percentDecoded(pair.substr(equals + 1));
        if (!key || !value) {
            problem("a scene must be made of name=value pairs in percent-encoding, got " +
                    inQuotes(pair));
            return;
        }
        if (!m_seen.insert(*key).second) {
            problem("the scene names " + inQuotes(*key) + " twice");
            return;
        }
        readValue(*key, *value);
    }

    void readValue(const std::string& key, const std::string& value) {
        if (key == "v")
            readVersion(value);
        else if (key == "seed")
            readSeed(value);
        else if (key == "trials")
            readTrials(value);
        else if (key.starts_with("view."))
            readView(key.substr(5), value);
        else
            readParameter(key, value);
    }

    void readVersion(const std::string& value) {
        const auto number = parseInteger(value);
        if (!number || *number < 1)
            problem("the scene's version v must be a whole number from 1, got " + inQuotes(value));
        else if (*number > kSceneVersion) // percent-encoded, or isNewer() had seen it
            problem(newerVersion(*number));
    }

    void readSeed(const std::string& value) {
        const auto number = parseSeed(value);
        if (const auto* found = std::get_if<Problem>(&number))
            problem(found->message);
        else
            m_scene.seed = std::get<std::uint64_t>(number);
    }

    void readTrials(const std::string& value) {
        const auto number = parseTrials(value);
        if (const auto* found = std::get_if<Problem>(&number))
            problem(found->message);
        else
            m_scene.trials = std::get<std::int64_t>(number);
    }

    void readView(const std::string& key, const std::string& value) {
        std::vector<std::string> figures;
        for (const auto& figure : m_lab->description().figures)
            figures.push_back(figure.id);
        const auto outcome = readViewEntry(key, value, figures, m_scene.view);
        if (const auto* found = std::get_if<Problem>(&outcome))
            problem(found->message);
        else if (std::get<ViewReading>(outcome) == ViewReading::unknownKey)
            m_reading.ignored.push_back("the scene's " + inQuotes("view." + key) +
                                        " is no setting of the view and is ignored");
    }

    void readParameter(const std::string& key, const std::string& value) {
        std::vector<std::string> names;
        for (const auto& spec : m_lab->description().parameters) {
            if (spec.name != key) {
                names.push_back(spec.name);
                continue;
            }
            const auto parsed = parseValue(spec, value);
            if (const auto* found = std::get_if<Problem>(&parsed))
                problem(found->message);
            else
                m_scene.parameters.set(key, std::get<ParameterValue>(parsed));
            return;
        }
        m_reading.ignored.push_back("the scene's " + inQuotes(key) + " is no parameter of " +
                                    m_scene.lab + " and is ignored" + suggestion(key, names));
    }

    void checkWhole() {
        for (const auto& found : validate(*m_lab, m_scene.parameters, m_scene.trials))
            problem(found.message);
    }

    const std::vector<const Lab*>& m_labs;
    const Lab* m_lab = nullptr;
    Scene m_scene;
    SceneReading m_reading;
    std::set<std::string> m_seen;
};

} // namespace

Scene defaultScene(const Lab& lab) {
    const auto& description = lab.description();
    return {.lab = description.id,
            .parameters = Parameters(description.parameters),
            .trials = description.defaultTrials,
            .view = {}};
}

std::string formatScene(const Scene& scene) {
    std::string text = headOf(scene.lab);
    for (const auto& [name, value] : scene.parameters.entries())
        text += "&" + percentEncoded(name) + "=" + percentEncoded(plainValue(value));
    text += "&seed=" + std::to_string(scene.seed) + "&trials=" + std::to_string(scene.trials);
    return text + viewPairs(scene.view);
}

std::string formatView(const std::string& lab, const ViewSettings& view) {
    return headOf(lab) + viewPairs(view);
}

SceneReading parseScene(const std::string& text, const std::vector<const Lab*>& labs) {
    return SceneReader(labs).read(text);
}

std::variant<std::uint64_t, Problem> parseSeed(const std::string& text) {
    const auto number = parseInteger(text);
    if (!number || *number < 0 || static_cast<std::uint64_t>(*number) > kMaximumSeed)
        return Problem{"seed", "seed must be a whole number in [0, 2^53], got " + inQuotes(text)};
    return static_cast<std::uint64_t>(*number);
}

std::variant<std::int64_t, Problem> parseTrials(const std::string& text) {
    const auto number = parseInteger(text);
    if (!number || *number < 1 || *number > kMaximumTrials)
        return Problem{"trials",
                       "trials must be a whole number in [1, 1e12], got " + inQuotes(text)};
    return *number;
}

} // namespace plumbline
