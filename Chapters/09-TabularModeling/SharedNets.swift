// The net of section 9.7 (page 07d), trained.

import Notebook
import Tabular
import Tensors
import Training

extension TabularModeling {
    /// The net.
    var theNet: TabularLearner<Tensor> {
        get throws {
            try run.once {
                var random = run.random
                let learner = netLearner(try netData(prepared.splits), using: &random)
                try EpochReporting.silently { try learner.fitOneCycle(run.size(quick: 1, usual: 5), 1e-2) }
                return learner
            }
        }
    }
}
