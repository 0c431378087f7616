#include "ui/controls/prediction_box.h"

#include "core/report/number_format.h"
#include "ui/controls/paragraph.h"
#include "ui/controls/switch.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline {
namespace {

QVBoxLayout* columnIn(QWidget* widget) {
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::kSmall);
    return column;
}

QString plainText(std::string paragraph) {
    return QString::fromStdString(paragraph).remove(QStringLiteral("**"));
}

} // namespace

PredictionBox::PredictionBox(QWidget* parent) : QWidget(parent) {
    buildControls();
    connectSignals();
    show();
}

void PredictionBox::buildControls() {
    auto* column = columnIn(this);
    column->addWidget(makeSwitchRow());
    buildQuestion();
    column->addWidget(m_asking);
    m_revealed = new QWidget;
    auto* revealed = columnIn(m_revealed);
    m_outcome = new ParagraphColumn;
    m_outcome->setObjectName(QStringLiteral("outcome"));
    m_again = new QPushButton(tr("Predict again"));
    m_again->setFocusPolicy(Qt::TabFocus);
    revealed->addWidget(m_outcome);
    revealed->addWidget(m_again, 0, Qt::AlignLeft);
    column->addWidget(m_revealed);
}

QWidget* PredictionBox::makeSwitchRow() {
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto* title = new QLabel(tr("Predict first"));
    title->setProperty("role", "muted");
    m_switch = new Switch;
    m_switch->setAccessibleName(tr("Predict first"));
    m_switch->setAccessibleDescription(tr("Hides the law until you have guessed"));
    m_switch->setToolTip(m_switch->accessibleDescription());
    title->setToolTip(m_switch->toolTip());
    line->addWidget(title, 1);
    line->addWidget(m_switch);
    return row;
}

void PredictionBox::buildQuestion() {
    m_asking = new QWidget;
    auto* column = columnIn(m_asking);
    m_question = new Paragraph;
    m_question->setObjectName(QStringLiteral("question"));
    column->addWidget(m_question);
    m_group = new QButtonGroup(this);
    for (QRadioButton*& answer : m_answers) {
        answer = new QRadioButton;
        answer->setFocusPolicy(Qt::StrongFocus);
        m_group->addButton(answer, static_cast<int>(&answer - m_answers.data()));
        column->addWidget(answer, 0, Qt::AlignLeft);
    }
    m_hint = new QLabel;
    m_hint->setProperty("role", "muted");
    m_hint->setFont(type::caption());
    m_hint->setWordWrap(true);
    m_reveal = new QPushButton(tr("Reveal"));
    m_reveal->setFocusPolicy(Qt::TabFocus);
    m_reveal->setProperty("primary", true);
    m_reveal->setToolTip(tr("Shows the law again; first choose an answer or draw a guess"));
    column->addWidget(m_hint);
    column->addWidget(m_reveal, 0, Qt::AlignLeft);
}

void PredictionBox::connectSignals() {
    connect(m_switch, &QCheckBox::clicked, this, &PredictionBox::startOver);
    connect(m_again, &QPushButton::clicked, this, [this] {
        startOver(true);
        m_switch->setFocus();
    });
    connect(m_group, &QButtonGroup::idClicked, this, [this](int index) {
        ViewSettings view = m_view;
        view.answer = m_prediction->answers.at(static_cast<std::size_t>(index)).id;
        edit(std::move(view));
    });
    connect(m_reveal, &QPushButton::clicked, this, [this] {
        ViewSettings view = m_view;
        view.predicting = false;
        edit(std::move(view));
        m_again->setFocus();
    });
}

void PredictionBox::startOver(bool predicting) {
    ViewSettings view = m_view;
    view.predicting = predicting;
    view.guess.clear();
    view.answer.clear();
    edit(std::move(view));
}

void PredictionBox::edit(ViewSettings view) {
    m_view = std::move(view);
    show();
    emit edited(m_view);
}

void PredictionBox::setPrediction(const std::optional<Prediction>& prediction) {
    m_prediction = prediction;
    show();
}

void PredictionBox::setView(const ViewSettings& view) {
    m_view = view;
    show();
}

const Answer* PredictionBox::chosenAnswer() const {
    if (!m_prediction)
        return nullptr;
    const auto found = std::ranges::find(m_prediction->answers, m_view.answer, &Answer::id);
    return found == m_prediction->answers.end() ? nullptr : &*found;
}

void PredictionBox::setGuessDistance(std::optional<double> distance) {
    if (distance == m_guessDistance)
        return;
    m_guessDistance = distance;
    show();
}

void PredictionBox::show() {
    const bool guessed = chosenAnswer() || !m_view.guess.empty();
    m_switch->setChecked(m_view.predicting);
    m_asking->setVisible(m_view.predicting);
    m_reveal->setEnabled(guessed);
    m_revealed->setVisible(!m_view.predicting && guessed);
    if (m_view.predicting)
        showAnswers();
    else if (guessed)
        m_outcome->setParagraphs(outcomeWords());
}

void PredictionBox::showAnswers() {
    const std::size_t count = m_prediction ? m_prediction->answers.size() : 0;
    m_question->setParagraph(m_prediction ? m_prediction->question
                                          : tr("Where will the law lie?").toStdString());
    const Answer* chosen = chosenAnswer();
    m_group->setExclusive(chosen);
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        QRadioButton* button = m_answers[i];
        button->setVisible(i < count);
        button->setChecked(i < count && &m_prediction->answers[i] == chosen);
        if (i < count)
            button->setText(QString::fromStdString(m_prediction->answers[i].text));
        button->setAccessibleDescription(m_prediction ? plainText(m_prediction->question)
                                                      : QString());
    }
    m_group->setExclusive(true);
    m_hint->setText(count > 0 ? tr("or draw your guess over the bars")
                              : tr("Draw your guess over the bars."));
}

std::vector<std::string> PredictionBox::outcomeWords() const {
    std::vector<std::string> words = answerWords();
    if (m_guessDistance)
        words.insert(words.begin(),
                     tr("Your curve is **%1** from the law in total variation: 0 would be the law "
                        "itself, 1 a curve that has nothing in common with it.")
                         .arg(QString::fromStdString(formatNumber(*m_guessDistance, 2)))
                         .toStdString());
    return words;
}

std::vector<std::string> PredictionBox::answerWords() const {
    if (!m_prediction)
        return {};
    const auto& answers = m_prediction->answers;
    const auto right = std::ranges::find_if(answers, &Answer::correct);
    const Answer* chosen = chosenAnswer();
    const QString text = QString::fromStdString(right->text);
    QString verdict = tr("**It is %1.**").arg(text);
    if (chosen && chosen->correct)
        verdict = tr("**Right: %1.**").arg(text);
    else if (chosen)
        verdict = tr("**Not %1: it is %2.**").arg(QString::fromStdString(chosen->text), text);
    std::vector<std::string> words = {verdict.toStdString() + " " + right->why};
    for (const Answer& answer : answers)
        if (!answer.correct)
            words.insert(&answer == chosen ? words.begin() + 1 : words.end(),
                         "**" + answer.text + "**: " + answer.why);
    return words;
}

} // namespace plumbline
