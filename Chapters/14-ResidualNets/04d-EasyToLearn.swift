// # What is easy to learn
//
// Section 14.4 · After this page you can say what is residual in a residual net, and what the direct way does for the
// gradients.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// There is a second way to look at it, that of the paper. Say that a block should turn x into H(x). Without the skip
// connection its layers must learn H itself. With it they must learn F(x) = H(x) − x, what is left to do: the
// *residual*. (The book calls a residual the prediction minus the target. Here it is what is wanted, minus what is
// there.) If H is close to the identity, F is close to 0, and to bring a few layers to 0 is easy: make the weights
// small. To bring layers with ReLUs between them to the identity is not. Let two nets of the same layers learn a small
// change of x from the same random start, one of them with x added at the end. `easyTask` trains one of them:

/// Learns H(x) = x + 0.3 · sin x for vectors x of eight numbers, with three linear layers and ReLUs between them.
/// - Returns: the mean squared error before each step.
public func easyTask(addsInput: Bool, steps: Int, seed: UInt64) -> [Float] {
    var random = SplitMix64(seed: seed)
    let layers = Sequential(
        Linear(8, 32, using: &random), ReLU(), Linear(32, 32, using: &random), ReLU(), Linear(32, 8, using: &random))
    let optimizer = Adam(layers.parameters, learningRate: 0.01)
    return (0..<steps).map { _ in
        let x = Tensor.randn(64, 8, using: &random)
        let prediction = addsInput ? x + layers(x) : layers(x)
        let loss = (prediction - (x + 0.3 * x.sin())).squared().mean()
        optimizer.zeroGrad()
        loss.backward()
        optimizer.step()
        return loss.item
    }
}

extension ResidualNets {
    func whatIsEasyToLearn() {
        let steps = run.size(quick: 50, usual: 400)
        let runs = run.seeds(run.size(quick: 2, usual: 5)).map { seed in
            (
                plain: easyTask(addsInput: false, steps: steps, seed: seed),
                residual: easyTask(addsInput: true, steps: steps, seed: seed)
            )
        }
        let (plain, residual) = runs[0]
        show(
            Chart(
                "A small change is easier to learn than the whole", x: "step", y: "mean squared error",
                yScale: .logarithmic
            ) {
                Line(plain, "the layers alone: H", colour: .vermilion)
                Line(residual, "x + the layers: H − x", colour: .blue, dashed: true)
                Rule(y: meanOfTheChange, "doing nothing", colour: .grey)
            }, "Three layers learn to change x a little")
        // At the end, over the last twenty steps and several starts:
        let alone = runs.map { $0.plain.suffix(20).reduce(0, +) / 20 }
        let added = runs.map { $0.residual.suffix(20).reduce(0, +) / 20 }
        record("residual/error-of-the-layers-alone", over: alone)
        record("residual/error-with-x-added", over: added)
        let closer = zip(added, alone).count { $0 < $1 }
        show("\(closer) of \(alone.count)", "starts from which the net with x added comes closer")

        // Both could do it. That such layers, wide enough, can approximate any function is an old theorem (section
        // 4.15). It says what a net *can* learn. The progress of architectures since is almost all about what is *easy*
        // to learn.
    }

    // MARK: Helpers

    /// The mean of (0.3 sin x)² for standard normal x: what is wrong with returning x.
    private var meanOfTheChange: Float {
        var random = run.random
        return (0.3 * Tensor.randn(10_000, using: &random).sin()).squared().mean().item
    }
}
