// # Callbacks: joining the training loop without standing in it
//
// Recording, schedules, printing, stopping early: each is a class of its own that is told when
// a phase of training begins and ends, and may end it early.

/// The phases of training, each inside the one before.
public enum Phase: Sendable { case fit, epoch, train, validate, batch, backward, step }

/// Thrown by a callback: ends the named phase early, and nothing else.
///
/// Where a step or a whole batch is cancelled before the step, the gradients stay, and the next batch adds
/// to them: so several small batches can make one step (`GradientAccumulation`).
public struct Cancel: Error {
    public let phase: Phase
    public init(_ phase: Phase) { self.phase = phase }
}

/// Something that happens during training, before or after a phase.
///
/// Callbacks are called in their order, the recorder first. A phase is ended early by throwing
/// `Cancel`; any other error ends `fit`, which throws it on.
public protocol Callback: AnyObject {
    func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws
    /// Not called if the phase was cancelled or failed.
    func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws
    /// Called at the end of the phase in any case.
    func cleanUp<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>)
}

extension Callback {
    public func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {}
    public func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {}
    public func cleanUp<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {}
}
