// # Callbacks: taking part in the training loop without changing it
//
// Recording, schedules, printing, stopping early: each is its own class, which is told when
// a phase of training begins and ends, and may end it early.

/// The phases of training. An epoch is inside a fit; training and validating are inside an epoch, one after the other,
/// and consist of batches. A batch is predicted and judged; in training its gradients follow, and a step.
public enum Phase: Sendable, CaseIterable { case fit, epoch, train, validate, batch, predict, loss, backward, step }

/// Thrown by a callback: ends the named phase early, and nothing else.
///
/// A callback that has its own predictions can set them before `predict`, and cancel that phase; so with `loss`.
/// If a step is cancelled, or a batch before its step, the gradients stay, and the next batch adds to them. That is
/// how several small batches make one step (``GradientAccumulation``).
public struct Cancel: Error {
    public let phase: Phase
    public init(_ phase: Phase) { self.phase = phase }
}

/// Something that happens during training, before or after a phase.
///
/// The recorder is called first, then the others by their `order`; callbacks of the same order are called in the
/// order of the learner's list. A phase is ended early by throwing ``Cancel``; any other error ends `fit`, which
/// rethrows it.
public protocol Callback: AnyObject {
    /// A callback of a lower order is called before one of a higher order, wherever they are in the list. 0 unless
    /// the class says otherwise.
    var order: Int { get }
    func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws
    /// Not called if the phase was cancelled or failed.
    func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws
    /// Called at the end of the phase in any case.
    func cleanUp<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>)
}

/// A callback that remembers numbers from epoch to epoch, which a checkpoint keeps.
public protocol StatefulCallback: Callback {
    /// What it remembers, always under the same names.
    var state: [String: Float] { get set }
}

extension Callback {
    public var order: Int { 0 }
    public func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {}
    public func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {}
    public func cleanUp<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {}
}
