import Training

/// Leaves out the validation after all epochs but the last.
public final class JudgedAtTheEnd: Callback {
    public init() {}

    public func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {
        if phase == .validate, learner.epoch + 1 < learner.epochs { throw Cancel(.validate) }
    }
}
