// # Along lines
//
// Section 14.6 · After this page you can say in numbers how smooth a landscape is, and which nets may be compared.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// Two deep nets of this chapter stand ready, plain and with skip connections, trained alike. Should their landscapes be
// compared? Those of Li and others had both been trained to the end. Ours had few steps, and the one may have learned
// much and the other little. Then the comparison would not be plain against skipping, but ignorant against skilled: a
// net that tells nothing yet has nothing to lose, and its landscape is flat. So there is a third net: that with skip
// connections once more, stopped as soon as its training loss is no higher than the plain one's at its end.
// `StopsAtLoss` stops it, and `standings` are the three. (A landscape moves the weights, so it gets copies.)

/// Ends a training after the first epoch whose mean loss is not above a limit.
final class StopsAtLoss: Callback {
    private let limit: Float

    init(_ limit: Float) { self.limit = limit }

    func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {
        guard phase == .train else { return }
        let losses = learner.recorder.batchLosses.suffix(learner.loaders.train.count)
        if losses.reduce(0, +) / Float(losses.count) <= limit { throw Cancel(.fit) }
    }
}

// A landscape is drawn around a trained net, a `Standing`. There will be three, `standings`:

/// A trained net that a landscape is drawn around.
struct Standing {
    let name: String
    let net: Sequential
    /// The mean loss of its last epoch, and how many epochs it has had.
    let loss: Float
    let epochs: Int
}

extension ResidualNets {
    /// The plain deep net, the one with skip connections at a like loss, and the same at its end.
    var standings: [Standing] {
        get throws {
            try run.once {
                let (plain, skipping) = (try plainDeep.deep[0], try skippingDeep.deep[0])
                let (classes, limit) = (try classNames.count, plain.losses.last!)
                var random = run.random
                let plainCopy = plainDeepNet(layers: depths.deep, classes: classes, using: &random)
                try plainCopy.load(plain.net.stateDictionary)
                let copy = skippingDeepNet(layers: depths.deep, classes: classes, using: &random)
                try copy.load(skipping.net.stateDictionary)
                random = run.random
                let early = skippingDeepNet(layers: depths.deep, classes: classes, using: &random)
                let stopped = try trainDeep(early, callbacks: [StopsAtLoss(limit)], using: &random)
                return [
                    Standing(name: "plain", net: plainCopy, loss: limit, epochs: plain.losses.count),
                    Standing(
                        name: "stopped early", net: early, loss: stopped.losses.last!, epochs: stopped.losses.count),
                    Standing(
                        name: "skipping", net: copy, loss: skipping.losses.last!, epochs: skipping.losses.count),
                ]
            }
        }
    }
}

// Begin with lines. One direction is chance, so take several, and walk from one step before the trained net to one step
// behind it. A line through a bowl goes down once and up once. One through mountains has many valleys, and descent may
// end in any of them. Two numbers say how far a line is from a bowl: `dips` counts its valleys, and `detour` says how
// much it goes up and down more than it would have to, in units of the loss. (The second tells ripples from mountains.)

/// How many inner points of a curve are lower than both of their neighbours.
public func dips(in values: [Float]) -> Int {
    values.indices.dropFirst().dropLast().count { values[$0] < values[$0 - 1] && values[$0] < values[$0 + 1] }
}

/// By how much a curve goes down and up in all, less what a bowl with the same ends and the same lowest point does.
public func detour(of values: [Float]) -> Float {
    guard let first = values.first, let last = values.last, let lowest = values.min() else { return 0 }
    let way = zip(values, values.dropFirst()).reduce(0) { $0 + abs($1.1 - $1.0) }
    return max(0, way - (first - lowest) - (last - lowest))
}

// `fall` is the third number, how deep the valley is in which the net stands, and `lines` walks:

/// From the lower end of a curve to its lowest point.
func fall(of values: [Float]) -> Float { min(values.first!, values.last!) - values.min()! }

extension ResidualNets {
    /// The losses along several lines through a net.
    private func lines(through net: Sequential, at steps: [Float]) throws -> [[Float]] {
        let (x, labels) = try fewPictures
        return run.overSeeds(run.size(quick: 2, usual: 5, full: 10)) { random in
            let landscape = Landscape(around: net, x, labels, using: &random)
            defer { _ = landscape.loss(0, 0) }  // back to where it was
            return steps.map { landscape.loss($0, 0) }
        }
    }

    func alongLines() throws {
        let steps = Tensor.linspace(-1, 1, run.size(quick: 5, usual: 21, full: 51)).scalars
        let (nets, walked) = (try standings, try standings.map { try lines(through: $0.net, at: steps) })
        let charts = zip(nets, walked).map { net, lines in
            Chart("\(depths.deep) layers, \(net.name)", x: "steps along a direction", y: "loss") {
                for line in lines { Line(steps, line, colour: .blue) }
                Rule(x: 0)
            }
        }
        show(
            ChartGrid(charts, columns: 3, title: "The loss along random lines through a trained net"),
            "The loss along \(walked[0].count) lines through each of three nets")
        var table = TextTable(["net", "epochs", "its training loss", "dips", "detour", "fall"], decimals: 3)
        for (net, lines) in zip(nets, walked) {
            table.add(
                net.name, net.epochs, net.loss, Spread(lines.map { Float(dips(in: $0)) }), Spread(lines.map(detour)),
                Spread(lines.map(fall)))
        }
        let counts = walked.map { lines in lines.map { Float(dips(in: $0)) } }
        show(
            table, "how rough the lines are, on \(dataName)",
            predict: .change(
                "A line through the plain net has \(Spread(counts[0]).mean) dips in the mean. Through the net with "
                    + "skip connections that has the same training loss …",
                from: Spread(counts[0]).mean, to: Spread(counts[1]).mean))
        for (name, lines) in zip(["plain", "stopped", "skipping"], walked) {
            record("landscape/\(name)-dips", over: lines.map { Float(dips(in: $0)) })
            record("landscape/\(name)-detour", over: lines.map(detour))
        }
        let detours = walked.map { $0.map(detour) }
        let smoother = zip(detours[0], detours[1]).count { $1 < $0 }
        show(
            "Of the two nets of like loss, the one with skip connections has the smaller detour on \(smoother) of "
                + "\(detours[0].count) lines; the one that was trained on, on "
                + "\(zip(detours[0], detours[2]).count { $1 < $0 }).")
    }
}
