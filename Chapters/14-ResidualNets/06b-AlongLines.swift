// # Along lines
//
// Section 14.6 · After this page you can say in numbers how smooth a landscape is, and which nets may be compared.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// Nets of both depths stand ready, plain and with skip connections, trained alike. Should their landscapes be compared?
// Those of Li and others had all been trained to the end. Ours had few steps, and the one may have learned much and the
// other little. Then the comparison would not be plain against skipping, but ignorant against skilled: a net that tells
// nothing yet has nothing to lose, and its landscape is flat. So each net with skip connections is trained once more,
// and stopped as soon as it is as good as the plain one of the same depth. The measure is the loss on `fewPictures`,
// which the landscapes will be made of. `StopsAtLoss` looks at it after every step:

/// Ends a training after the first batch behind which a loss is not above a limit.
final class StopsAtLoss: Callback {
    private let limit: Float
    private let loss: () -> Float

    init(_ limit: Float, of loss: @escaping () -> Float) { (self.limit, self.loss) = (limit, loss) }

    func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {
        if phase == .batch, learner.isTraining, loss() <= limit { throw Cancel(.fit) }
    }
}

// A net that a landscape is drawn around, and how far it has come, is a `Standing`. There are three of each depth,
// `standings(at:)`, two alike in loss and one at its end. (A landscape moves the weights, so it gets copies.)

/// A trained net that a landscape is drawn around.
struct Standing {
    let name: String
    let net: Sequential
    /// Its loss on the few pictures, in training mode, and how many steps it has had.
    let loss: Float, steps: Int
}

extension ResidualNets {
    /// The plain net of a depth, the one with skip connections stopped at a like loss, and the same at its end.
    func standings(at depth: Int) throws -> [Standing] {
        let isDeep = depth == depths.deep
        let plain = try isDeep ? plainDeep.deep[0] : plainDeep.shallow[0]
        let skipping = try isDeep ? skippingDeep.deep[0] : skippingDeep.shallow[0]
        let (classes, (x, labels)) = (try classNames.count, try fewPictures)
        func loss(_ net: Sequential) -> Float {
            net.train()
            return noGrad { crossEntropy(net(x), labels).item }
        }
        var random = run.random
        let nets = [
            plainDeepNet(layers: depth, classes: classes, using: &random),
            skippingDeepNet(layers: depth, classes: classes, using: &random),
        ]
        for (net, trained) in zip(nets, [plain, skipping]) { try net.load(trained.net.stateDictionary) }
        random = run.random
        let early = skippingDeepNet(layers: depth, classes: classes, using: &random)
        let stops = StopsAtLoss(loss(nets[0])) { loss(early) }
        let stopped = try trainDeep(early, callbacks: [stops], using: &random)
        return [("plain", nets[0], plain), ("stopped", early, stopped), ("skipping", nets[1], skipping)].map {
            Standing(name: "\($0), \(depth)", net: $1, loss: loss($1), steps: $2.steps)
        }
    }

    /// Three shallow nets, and three deep ones.
    var standings: [Standing] {
        get throws { try run.once { try [depths.shallow, depths.deep].flatMap { try standings(at: $0) } } }
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

// `fall` is the third number, how deep the valley is: from the lower end of the line to its lowest point. `lines`
// walks:

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
            Chart(net.name, x: "steps along a direction", y: "loss") {
                for line in lines { Line(steps, line, colour: .blue) }
                Rule(x: 0)
            }
        }
        show(
            ChartGrid(charts, columns: 3, title: "The loss along random lines through a trained net"),
            "The loss along \(counted(walked[0].count, "line")) through each of six nets")
        var table = TextTable(["net", "steps", "its loss", "dips", "detour", "fall"], decimals: 3)
        let (counts, detours) = (walked.map { $0.map { Float(dips(in: $0)) } }, walked.map { $0.map(detour) })
        for (place, net) in nets.enumerated() {
            table.add(
                net.name, net.steps, net.loss, Spread(counts[place]), Spread(detours[place]),
                Spread(walked[place].map(fall)))
            let name = net.name.replacing(", ", with: "-")
            record("landscape/\(name)-dips", over: counts[place])
            record("landscape/\(name)-detour", over: detours[place])
        }
        show(
            table, "how rough the lines are, on \(dataName)",
            predict: .change(
                "A line through the plain net of \(depths.deep) layers has \(Spread(counts[3]).mean) dips in the mean. "
                    + "Through the net with skip connections that has the same loss …",
                from: Spread(counts[3]).mean, to: Spread(counts[4]).mean))
        for (depth, first) in [(depths.shallow, 0), (depths.deep, 3)] {
            let smoother = [1, 2].map { zip(detours[first], detours[first + $0]).count { $1 < $0 } }
            show(
                "\(depth) layers: of the two nets of like loss, the one with skip connections has the smaller detour on "
                    + "\(smoother[0]) of \(counted(detours[first].count, "line")); the one that was trained on, on \(smoother[1])."
            )
        }
    }
}
