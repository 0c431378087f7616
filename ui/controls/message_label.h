#pragma once

#include <QLabel>

namespace plumbline {

/// A small line of words beneath controls, there only while it has something to say.
class MessageLabel : public QLabel {
    Q_OBJECT

  public:
    /// role: as the style sheet knows it, "muted" or "error".
    explicit MessageLabel(const char* role, QWidget* parent = nullptr);

    void setMessage(const QString& message);
};

} // namespace plumbline
