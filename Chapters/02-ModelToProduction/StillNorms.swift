// The batch norms of a large body know from a million photos what is usual. A batch of two dozen bears knows less.

import Layers
import Training

/// Keeps the batch norms of a body as they are while it learns: their means and variances stay those of its first photos.
final class StillNorms: Callback {
    private let norms: [BatchNorm]

    init(_ body: some Module) { norms = body.namedModules.compactMap { $0.module as? BatchNorm } }

    func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .batch, learner.isTraining { norms.forEach { $0.eval() } }
    }
}
