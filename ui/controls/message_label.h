#pragma once

#include <QLabel>

namespace plumbline {

/**
 * A few small words beneath controls, there only while it has something to say. However long a word
 * in it, as a wrong value may be, it is broken or cut rather than allowed to widen what is around.
 */
class MessageLabel : public QLabel {
    Q_OBJECT

  public:
    /// role: as the style sheet knows it, "muted" or "error".
    explicit MessageLabel(const char* role, QWidget* parent = nullptr);

    void setMessage(const QString& message);

    /// As it was given; text() has breaks in its long words.
    QString message() const { return m_message; }

  private:
    QString m_message;
};

} // namespace plumbline
