#pragma once

#include "app/image_output.h"
#include "app/output.h"
#include "app/run_options.h"
#include "core/lab/lab.h"
#include "core/report/report.h"

#include <string>
#include <vector>

namespace plumbline {

/// Where the results of one run go. Everything that can be refused is refused before the run.
class OutputPlan {
  public:
    /// Says on stderr what is wrong, if anything; preview tells which arrays and figures there will
    /// be.
    ExitCode prepare(const RunOptions& options, const Scene& scene, const Report& preview);

    ExitCode write(const Report& report, const RunRecord& record) const;

    bool jsonOnStdout() const { return m_json == "-"; }
    Detail detail() const {
        return m_json.empty() && m_csvFolder.empty() ? Detail::figures : Detail::complete;
    }

  private:
    ExitCode checkTargets(const Report& preview) const;

    std::string m_json;
    std::string m_csvFolder;
    ImageOutput m_images;
};

} // namespace plumbline
