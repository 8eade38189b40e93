// Nudge: The recorder is called first, so when your callback is told that an epoch is over, its row is there.
// Idea: Two numbers: the lowest loss so far, and how many epochs there were since. Both begin anew before `.fit`.
// Almost: `learner.recorder["valid_loss"].last!`, in `after(.epoch)`. Let the lowest begin as infinity: every number is
//   below that, and NaN is below nothing. At `patience`, `throw Cancel(.fit)`.

import Training

final class EarlyStopping: Callback {
    private let patience: Int
    private let margin: Float
    private var lowest = Float.infinity, waited = 0

    init(_ patience: Int, _ margin: Float) { (self.patience, self.margin) = (patience, margin) }

    func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .fit { (lowest, waited) = (.infinity, 0) }
    }

    func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {
        guard phase == .epoch, let loss = learner.recorder["valid_loss"].last else { return }
        if loss < lowest - margin { (lowest, waited) = (loss, 0) } else { waited += 1 }
        if waited >= patience { throw Cancel(.fit) }
    }
}

public func stoppingEarly(patience: Int, margin: Float) throws -> any Callback { EarlyStopping(patience, margin) }
