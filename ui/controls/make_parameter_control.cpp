#include "ui/controls/choice_controls.h"
#include "ui/controls/number_control.h"
#include "ui/controls/parameter_control.h"
#include "ui/controls/text_controls.h"

namespace plumbline {

std::unique_ptr<ParameterControl> makeParameterControl(const ParameterSpec& spec) {
    switch (spec.kind) {
    case ParameterKind::real:
    case ParameterKind::integer:
        return std::make_unique<NumberControl>(spec);
    case ParameterKind::choice:
        return std::make_unique<ChoiceControl>(spec);
    case ParameterKind::toggle:
        return std::make_unique<ToggleControl>(spec);
    case ParameterKind::vector:
    case ParameterKind::text:
        return std::make_unique<TextControl>(spec);
    case ParameterKind::file:
        break;
    }
    return std::make_unique<FileControl>(spec);
}

} // namespace plumbline
