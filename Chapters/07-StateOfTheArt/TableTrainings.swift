// The two trainings that only the table of section 7.7 needs.

import Notebook
import Tensors
import Training
import Vision

extension StateOfTheArt {
    /// The baseline, of which only the end counts here.
    private var judgedOnce: Setup {
        var setup = baseline
        setup.isJudgedEveryEpoch = false
        return setup
    }

    /// Nets that have learned as the baseline's, but with Mixup: for the table of section 7.7.
    var mixedLearners: [VisionLearner<CategoryBlock>] {
        get throws {
            try run.once {
                let setup = judgedOnce
                return try run.overSeedsAtOnce(seeds) { random in
                    var own = SplitMix64(seed: random.state &+ 1)
                    return try trained(setup, callbacks: [Mixup(using: &own)], using: &random)
                }
            }
        }
    }

    /// The same with smoothed labels.
    var smoothedLearners: [VisionLearner<CategoryBlock>] {
        get throws {
            try run.once {
                let setup = judgedOnce
                return try run.overSeedsAtOnce(seeds) { random in
                    try trained(setup, loss: { crossEntropy($0, $1, smoothing: 0.1) }, using: &random)
                }
            }
        }
    }
}
