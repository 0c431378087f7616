#pragma once

#include <QString>

namespace plumbline {

inline constexpr qint64 kLargestVectorFile = 100'000'000;
inline constexpr qint64 kLongestSceneText = 1 << 20;

/// What an open file said, or why it says nothing: exactly one of the two is not empty.
struct FileScene {
    QString scene;
    QString problem; ///< without the file's name

    static FileScene of(const QString& text);
    static FileScene failure(const QString& why) { return {{}, why}; }
};

/// A text that is empty or too long is a problem of its own.
inline FileScene FileScene::of(const QString& text) {
    if (text.isEmpty())
        return failure(QStringLiteral("the picture carries no Plumbline scene"));
    if (text.size() > kLongestSceneText)
        return failure(QStringLiteral("the picture's scene is longer than 1 MiB"));
    return {text, {}};
}

} // namespace plumbline
