// # LAMB: for very large batches

import Kernels
import Layers

/// Layer-wise adaptive moments, Y. You et al., "Large Batch Optimization for Deep Learning: Training BERT in
/// 76 minutes" (2020): the length of a layer's step is a share of the length of its weights.
///
///     u = m̂ / (√ŝ + ε) + weightDecay · p          m̂ and ŝ as in ``Adam``
///     p -= learningRate · min(|p| / |u|, 10) · u   with 1 for the quotient where |p| or |u| is 0
///
/// |·| is the root of the sum of squares over one parameter; the limit of 10 is fastai's.
public final class LAMB: Adam {
    private var corrections: [Float] = [], decays: [Float] = []

    public init(
        groups: [ParameterGroup], learningRate: Float, momentum: Float = 0.9, squareMomentum: Float = 0.99,
        epsilon: Float = 1e-5, weightDecay: Float = 0
    ) {
        super.init(groups, learningRate, momentum, squareMomentum, epsilon, weightDecay, .penalty)
    }

    public convenience init(
        _ parameters: [Parameter], learningRate: Float, momentum: Float = 0.9, squareMomentum: Float = 0.99,
        epsilon: Float = 1e-5, weightDecay: Float = 0
    ) {
        self.init(
            groups: [ParameterGroup(parameters)], learningRate: learningRate, momentum: momentum,
            squareMomentum: squareMomentum, epsilon: epsilon, weightDecay: weightDecay)
    }

    override func scales(
        _ learningRate: Double, _ correction: Double, _ squareCorrection: Double, steps: Int
    ) -> (rate: Float, root: Float, epsilon: Float) {
        (Float(learningRate), Float(1 / squareCorrection.squareRoot()), epsilon)
    }

    override func note(_ settings: StepSettings, _ correction: Double) {
        corrections.append(Float(correction))
        decays.append(settings.weightDecay)
    }

    override func run() {
        lambStep(targets, corrections: corrections, decay: decays, limit: 10)
        targets.removeAll(keepingCapacity: true)
        corrections.removeAll(keepingCapacity: true)
        decays.removeAll(keepingCapacity: true)
    }
}
