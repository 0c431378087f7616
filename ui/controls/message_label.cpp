#include "ui/controls/message_label.h"

#include "ui/theme/theme.h"

namespace plumbline {
namespace {

constexpr int kLongestWord = 16;  ///< even of wide letters narrower than the controls
constexpr int kLongestValue = 96; ///< a longer one is cut: about three lines
constexpr QChar kBreak(0x200b);   ///< the zero-width space

QString broken(QString word) {
    if (word.size() > kLongestValue)
        word = word.left(kLongestValue / 2) + QStringLiteral("…") + word.right(kLongestValue / 4);
    for (qsizetype i = (word.size() - 1) / kLongestWord * kLongestWord; i > 0; i -= kLongestWord)
        word.insert(word.at(i).isLowSurrogate() ? i - 1 : i, kBreak);
    return word;
}

QString withLongWordsBroken(const QString& message) {
    QStringList words = message.split(u' ');
    for (QString& word : words)
        word = broken(word);
    return words.join(u' ');
}

} // namespace

MessageLabel::MessageLabel(const char* role, QWidget* parent) : QLabel(parent) {
    setProperty("role", role);
    setFont(type::caption());
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    hide();
}

void MessageLabel::setMessage(const QString& message) {
    m_message = message;
    setText(withLongWordsBroken(message));
    setVisible(!message.isEmpty());
}

} // namespace plumbline
