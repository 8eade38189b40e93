// Nudge: Of the engine's nine phases, which two are training and validation?
// Idea: A class that keeps the function, and one method: `before`. It is called for every phase, so ask which one it
//   is.
// Almost: `func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>)` is the method, and `Phase` is
//   an enum whose cases can be compared with `==`. Does validation without batches count as a part, too? Its phase
//   comes all the same.

import Training

final class Resetting: Callback {
    private let reset: () -> Void

    init(_ reset: @escaping () -> Void) { self.reset = reset }

    func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .train || phase == .validate { reset() }
    }
}

public func modelReset(_ reset: @escaping () -> Void) throws -> any Callback { Resetting(reset) }
