#include "ui/controls/explanation_panel.h"

#include "ui/controls/formula_block.h"
#include "ui/controls/paragraph.h"
#include "ui/controls/plotted_list.h"
#include "ui/controls/prediction_box.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace plumbline {
namespace {

QVBoxLayout* addColumn(QVBoxLayout* to, int space) {
    auto* column = new QVBoxLayout;
    column->setSpacing(space);
    to->addLayout(column);
    return column;
}

QLabel* addHeading(QVBoxLayout* to, const QString& text, const QFont& font) {
    auto* label = new QLabel(text);
    label->setFont(font);
    label->setWordWrap(true);
    to->addWidget(label);
    return label;
}

} // namespace

ExplanationPanel::ExplanationPanel(QWidget* parent) : QWidget(parent) {
    buildControls();
    connectSignals();
    showTheory(false);
}

void ExplanationPanel::buildControls() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kMedium);
    m_prediction = new PredictionBox;
    layout->addWidget(m_prediction);
    m_theory = new QWidget;
    layout->addWidget(m_theory);
    auto* theory = new QVBoxLayout(m_theory);
    theory->setContentsMargins(0, 0, 0, 0);
    theory->setSpacing(spacing::kSmall);
    m_title = addHeading(theory, {}, type::title());
    m_paragraphs = new ParagraphColumn;
    theory->addWidget(m_paragraphs);
    m_formulaColumn = addColumn(theory, spacing::kMedium);
    theory->addSpacing(spacing::kTiny);
    m_triesTitle = addHeading(theory, tr("What to try"), type::strong());
    m_tryColumn = addColumn(theory, spacing::kSmall);
    theory->addSpacing(spacing::kTiny);
    m_plottedTitle = addHeading(theory, tr("What is plotted"), type::strong());
    m_plotted = new PlottedList;
    theory->addWidget(m_plotted);
    theory->addSpacing(spacing::kTiny);
    m_conditionsTitle = addHeading(theory, tr("Where it stops holding"), type::strong());
    m_conditions = new ParagraphColumn;
    theory->addWidget(m_conditions);
}

void ExplanationPanel::connectSignals() {
    connect(m_prediction, &PredictionBox::edited, this, [this](const ViewSettings& view) {
        setView(view);
        emit viewEdited(view);
    });
}

void ExplanationPanel::setGuessDistance(std::optional<double> distance) {
    m_prediction->setGuessDistance(distance);
}

void ExplanationPanel::setExplanation(const Explanation& explanation) {
    m_title->setText(QString::fromStdString(explanation.title));
    m_paragraphs->setParagraphs(explanation.paragraphs);
    setFormulas(explanation.formulas);
    m_plottedTitle->setVisible(!explanation.plotted.empty());
    m_plotted->setItems(explanation.plotted);
    setSuggestions(explanation.suggestions);
    m_conditionsTitle->setVisible(!explanation.conditions.empty());
    m_conditions->setParagraphs(explanation.conditions);
    m_prediction->setPrediction(explanation.prediction);
}

void ExplanationPanel::setView(const ViewSettings& view) {
    m_prediction->setView(view);
    showTheory(!view.predicting);
}

void ExplanationPanel::showTheory(bool shown) {
    m_theory->setVisible(shown);
}

void ExplanationPanel::setFormulas(const std::vector<Formula>& formulas) {
    while (m_formulas.size() < formulas.size()) {
        m_formulas.push_back(new FormulaBlock);
        m_formulaColumn->addWidget(m_formulas.back());
    }
    for (std::size_t i = 0; i < m_formulas.size(); ++i) {
        m_formulas[i]->setVisible(i < formulas.size());
        if (i < formulas.size())
            m_formulas[i]->setFormula(formulas[i]);
    }
}

void ExplanationPanel::addTryButton() {
    auto* button = new QPushButton;
    button->setFocusPolicy(Qt::TabFocus);
    const std::size_t index = m_tries.size();
    connect(button, &QPushButton::clicked, this, [this, index] {
        const Suggestion suggestion = m_suggestions.at(index);
        if (suggestion.presetId.empty())
            emit valuesChosen(suggestion.values);
        else
            emit presetChosen(QString::fromStdString(suggestion.presetId));
    });
    m_tryColumn->addWidget(button, 0, Qt::AlignLeft);
    m_tries.push_back(button);
}

void ExplanationPanel::setSuggestions(const std::vector<Suggestion>& suggestions) {
    m_suggestions = suggestions;
    while (m_tries.size() < suggestions.size())
        addTryButton();
    m_triesTitle->setVisible(!suggestions.empty());
    for (std::size_t i = 0; i < m_tries.size(); ++i) {
        m_tries[i]->setVisible(i < suggestions.size());
        if (i >= suggestions.size())
            continue;
        m_tries[i]->setText(tr("Try: %1").arg(QString::fromStdString(suggestions[i].text)));
        m_tries[i]->setToolTip(QString::fromStdString(suggestions[i].description));
    }
}

} // namespace plumbline
