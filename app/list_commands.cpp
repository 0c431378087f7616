#include "app/commands.h"
#include "app/describe.h"
#include "core/labs/catalogue.h"
#include "core/report/report_json.h"

namespace plumbline {

ExitCode listLabs(bool json) {
    return printResult(json ? labsJson(catalogue()) : labsText(catalogue()));
}

ExitCode describeLab(const std::string& id, bool json) {
    const Lab* lab = findLab(id);
    if (!lab) {
        printMessage(unknownLab(id));
        return ExitCode::badInput;
    }
    return printResult(json ? describeJson(lab->description()) : describeText(lab->description()));
}

} // namespace plumbline
