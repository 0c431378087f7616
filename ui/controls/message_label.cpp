#include "ui/controls/message_label.h"

#include "ui/theme/theme.h"

namespace plumbline {

MessageLabel::MessageLabel(const char* role, QWidget* parent) : QLabel(parent) {
    setProperty("role", role);
    setFont(type::caption());
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    hide();
}

void MessageLabel::setMessage(const QString& message) {
    setText(message);
    setVisible(!message.isEmpty());
}

} // namespace plumbline
