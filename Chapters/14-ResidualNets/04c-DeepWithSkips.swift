// # Deep nets with a way around
//
// Section 14.4 · After this page you have trained the same depth with and without skip connections, and can say what
// residuals have to do with it.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// The two depths of section 14.3 once more, with every two layers of the body in an `IdentityBlock`. The numbers of
// layers and parameters stay the same: an addition has none. γ starts at 1 everywhere, as it did in the paper; what a
// start at 0 changes, the last page of this section asks. `skippingDeepNet` makes such a net, `skippingDeep` are both,
// trained:

/// Such a net with skip connections around every two layers of its body.
public func skippingDeepNet(layers: Int, classes: Int, gamma: Float = 1, using random: inout SplitMix64) -> Sequential {
    require(
        layers % 2 == 0 && layers >= 4, "skippingDeepNet(layers: \(layers))", "blocks have two layers each",
        try: "an even number")
    let body: [any Layer<Tensor, Tensor>] = (0..<(layers - 2) / 2).map { _ in
        IdentityBlock(16, gamma: gamma, using: &random)
    }
    return deepNet(classes: classes, body: body, using: &random)
}

extension ResidualNets {
    /// The nets with skip connections, shallow and deep, trained.
    var skippingDeep: (shallow: [DeepTraining], deep: [DeepTraining]) {
        get throws {
            try run.once {
                (
                    try trainedDeep { skippingDeepNet(layers: depths.shallow, classes: $0, using: &$1) },
                    try trainedDeep { skippingDeepNet(layers: depths.deep, classes: $0, using: &$1) }
                )
            }
        }
    }

    func deepWithSkips() throws {
        var random = run.random
        let counts = [
            plainDeepNet(layers: depths.deep, classes: 10, using: &random),
            skippingDeepNet(layers: depths.deep, classes: 10, using: &random),
        ].map(\.parameterCount)
        show(
            counts[1] - counts[0], "parameters more with skip connections",
            ask: "Half of the layers now end in an addition. How many parameters does that add?")

        let (plain, skipping) = (try plainDeep, try skippingDeep)
        let epochs = 1...plain.deep.meanLosses.count
        show(
            Chart("Training loss, plain and with skip connections", x: "epoch", y: "training loss") {
                Line(epochs, plain.shallow.meanLosses, "plain, \(depths.shallow) layers", colour: .blue)
                Line(epochs, plain.deep.meanLosses, "plain, \(depths.deep)", colour: .vermilion)
                Line(epochs, skipping.shallow.meanLosses, "skipping, \(depths.shallow)", colour: .sky, dashed: true)
                Line(epochs, skipping.deep.meanLosses, "skipping, \(depths.deep)", colour: .orange, dashed: true)
            }, "Training loss of four nets on \(dataName)")
        record("skipping/shallow-train-loss", over: skipping.shallow.lastLosses)
        record(
            "skipping/deep-train-loss", over: skipping.deep.lastLosses,
            predict: .change(
                "\(depths.deep) layers, and now with skip connections. Compared with the plain net of that depth, the "
                    + "loss on the training pictures is …",
                from: Spread(plain.deep.lastLosses).mean, to: Spread(skipping.deep.lastLosses).mean))
        record("skipping/shallow-accuracy", over: skipping.shallow.map(\.accuracy))
        record("skipping/deep-accuracy", over: skipping.deep.map(\.accuracy))
        let better = zip(skipping.deep.lastLosses, plain.deep.lastLosses).count { $0 < $1 }
        show(
            "With skip connections the deep net reaches a lower training loss than without from \(better) of "
                + "\(counted(plain.deep.count, "start")).")
        let deeper = zip(skipping.deep.lastLosses, skipping.shallow.lastLosses).count { $0 < $1 }
        show(
            "And among nets with skip connections, the deep one has the lower training loss from \(deeper) of "
                + "\(plain.deep.count).")
    }
}
