// # Groups that learn in turn
//
//     learner.freeze()                                    // the last group alone
//     try learner.fitOneCycle(1, 1e-2)
//     learner.unfreeze()                                  // everything, the first layers slowly
//     try learner.fitOneCycle(4, .slice(1e-5, 1e-3))
//
// This is what learners of photos and of texts have in common: a net that has learned something before, and a last
// group that has not. What is frozen and how fast each group learns is looked up when a training begins.

import Tensors

/// Which groups learn, and how fast.
public final class GroupSettings {
    /// Whether batch norms learn also in frozen groups.
    package let normsLearn: Bool
    /// The momentum at the beginning of a cycle, at its height, and at its end.
    let momentum: (Float, Float, Float)
    /// The first group that learns.
    public internal(set) var firstLearning = 0
    /// The rates of the current training, or of the last one.
    public internal(set) var rates = LearningRates(1)

    package init(normsLearn: Bool, momentum: (Float, Float, Float) = (0.95, 0.85, 0.95)) {
        (self.normsLearn, self.momentum) = (normsLearn, momentum)
    }
}

/// A learner of a net whose groups learn in turn, and at rates of their own.
public protocol GroupLearner: AnyObject {
    associatedtype Input
    associatedtype Targets
    associatedtype Net: GroupedNet

    var net: Net { get }
    /// What goes through the batches.
    var learner: Learner<Input, Targets> { get }
    var settings: GroupSettings { get }
}

// MARK: Who learns

extension GroupLearner {
    /// How many parameter groups the net has.
    public var groupCount: Int { net.groups.count }
    /// The first group that learns.
    public var firstLearningGroup: Int { settings.firstLearning }

    /// Lets only the groups from this one on learn; counted from the end where it is below 0. (The book's `freeze_to`.)
    public func freezeTo(_ group: Int) {
        net.freeze(to: group, normsLearn: settings.normsLearn)
        settings.firstLearning = group < 0 ? group + groupCount : group
    }
    /// Lets only the last group learn.
    public func freeze() { freezeTo(-1) }
    /// Lets everything learn.
    public func unfreeze() { freezeTo(0) }
}

// MARK: Training

extension GroupLearner {
    /// Trains at constant learning rates. See ``Learner/fit(_:learningRate:file:line:)``.
    /// - Throws: what a callback throws, and what is wrong with an item that cannot be read.
    public func fit(_ epochs: Int, _ rates: LearningRates, file: String = #filePath, line: Int = #line) throws {
        settings.rates = rates
        try learner.fit(epochs, learningRate: rates.highest, file: file, line: line)
    }

    /// One-cycle training; with a slice, each group goes through a cycle of its own height. See
    /// ``Learner/fitOneCycle(_:learningRate:rise:startDivisor:endDivisor:momentum:file:line:)``.
    /// - Parameter momentum: nil for the usual one: for texts it is lower than for photos, as in the book's library.
    /// - Throws: what a callback throws, and what is wrong with an item that cannot be read.
    public func fitOneCycle(
        _ epochs: Int, _ rates: LearningRates, rise: Double = 0.25, startDivisor: Float = 25, endDivisor: Float = 1e5,
        momentum: (Float, Float, Float)? = nil, file: String = #filePath, line: Int = #line
    ) throws {
        settings.rates = rates
        try learner.fitOneCycle(
            epochs, learningRate: rates.highest, rise: rise, startDivisor: startDivisor, endDivisor: endDivisor,
            momentum: momentum ?? settings.momentum, file: file, line: line)
    }

    /// The same rates for three quarters of the time, then down along a cosine.
    /// - Throws: what a callback throws, and what is wrong with an item that cannot be read.
    public func fitFlatCosine(
        _ epochs: Int, _ rates: LearningRates, flat: Double = 0.75, endDivisor: Float = 1e5, file: String = #filePath,
        line: Int = #line
    ) throws {
        settings.rates = rates
        try learner.fitFlatCosine(
            epochs, learningRate: rates.highest, flat: flat, endDivisor: endDivisor, file: file, line: line)
    }

    /// Trains the last group alone, then everything at half the rate, the first layers the slowest. (The book's
    /// `fine_tune`.)
    ///
    /// - Parameters:
    ///   - epochs: with everything learning.
    ///   - rate: the highest of the first round. (The book's `base_lr`.)
    ///   - frozenEpochs: with the last group alone.
    ///   - divisor: how much slower the first group learns than the last. (The book's `lr_mult`.)
    /// - Throws: what a callback throws, and what is wrong with an item that cannot be read.
    public func fineTune(
        _ epochs: Int, rate: Float = 2e-3, frozenEpochs: Int = 1, divisor: Float = 100, file: String = #filePath,
        line: Int = #line
    ) throws {
        require(divisor >= 1, "fineTune with divisor \(divisor)", "it is 1 or more")
        freeze()
        try fitOneCycle(frozenEpochs, .slice(rate), rise: 0.99, file: file, line: line)
        unfreeze()
        let half = rate / 2
        try fitOneCycle(epochs, .slice(half / divisor, half), rise: 0.3, startDivisor: 5, file: file, line: line)
    }

    /// Tries rising rates, the same for all groups, and puts everything back. (The book's `lr_find`.)
    /// - Throws: what a callback throws.
    public func findLearningRate(
        from lowest: Float = 1e-7, to highest: Float = 10, steps: Int = 100
    ) throws -> LearningRateCurve {
        settings.rates = LearningRates(highest)
        return try learner.findLearningRate(from: lowest, to: highest, steps: steps)
    }
}
