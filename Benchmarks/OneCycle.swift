import Layers
import Training

/// AdamW whose learning rate and momentum go through one cycle: how fastai trains by default.
struct OneCycle {
    private let optimizer: AdamW
    private let rate: Schedule
    private let momentum = Schedule.oneCycleMomentum()
    private let steps: Int
    private var done = 0

    /// - Parameters:
    ///   - peak: the highest learning rate.
    ///   - steps: of the whole training.
    init(_ model: Module, peak: Float, weightDecay: Float, steps: Int) {
        optimizer = AdamW(model.parameters, learningRate: peak, weightDecay: weightDecay)
        (rate, self.steps) = (.oneCycle(peak), steps)
    }

    /// A step along the gradients, which are then cleared.
    mutating func step() {
        let t = Double(done) / Double(steps)
        (optimizer.learningRate, optimizer.momentum) = (rate(t), momentum(t))
        optimizer.step()
        optimizer.zeroGrad()
        done += 1
    }
}
