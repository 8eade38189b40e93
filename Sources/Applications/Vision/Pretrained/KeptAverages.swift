// A pretrained body that goes on learning may keep the averages of its norms.

import Layers
import Training

/// Lets the norms of a body use the averages that they have, also in training, and leave them as they are.
public final class KeptAverages: Callback {
    private let norms: [BatchNorm]

    public init(_ body: Body) { norms = body.layers.namedModules.compactMap { $0.module as? BatchNorm } }

    public func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .batch, learner.isTraining { norms.forEach { $0.eval() } }
    }
}
