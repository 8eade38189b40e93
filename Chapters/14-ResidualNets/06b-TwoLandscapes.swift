// # Two landscapes
//
// Section 14.6 · After this page you have looked at the loss around two deep nets, and can say what smooth means in
// numbers.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors

// The two deep nets of this chapter, plain and with skip connections, trained alike. Since a landscape moves the
// weights, it gets copies, `plainCopy` and `skippingCopy`:

extension ResidualNets {
    /// The first plain deep net of section 14.3, as it was trained.
    private func plainCopy() throws -> Sequential {
        var random = run.random
        let net = plainDeepNet(layers: depths.deep, classes: try classNames.count, using: &random)
        try net.load(try plainDeep.deep[0].net.stateDictionary)
        return net
    }

    /// The first deep net with skip connections of section 14.4.
    private func skippingCopy() throws -> Sequential {
        var random = run.random
        let net = skippingDeepNet(layers: depths.deep, classes: try classNames.count, using: &random)
        try net.load(try skippingDeep.deep[0].net.stateDictionary)
        return net
    }
}

// Begin with lines. One direction is chance, so take several, and walk from one step before the trained net to one step
// behind it. How smooth is a line? A bowl bends upwards everywhere. `shareOfDownwardBends` is how often it does not.
// (`lines` walks along them, and computes the losses.)

/// At how many of its inner points a curve bends down: where the middle is above the mean of its neighbours.
public func shareOfDownwardBends(_ values: [Float]) -> Float {
    let inner = values.indices.dropFirst().dropLast()
    if inner.isEmpty { return 0 }
    return Float(inner.count { values[$0] > (values[$0 - 1] + values[$0 + 1]) / 2 }) / Float(inner.count)
}

extension ResidualNets {
    /// The losses along several lines through a net.
    private func lines(through net: Sequential, at steps: [Float]) throws -> [[Float]] {
        let (x, labels) = try fewPictures
        return try run.overSeeds(run.size(quick: 2, usual: 5, full: 10)) { random in
            let landscape = Landscape(around: net, x, labels, using: &random)
            defer { _ = landscape.loss(0, 0) }  // back to where it was
            return steps.map { landscape.loss($0, 0) }
        }
    }

    func alongLines() throws {
        let count = run.size(quick: 5, usual: 21, full: 51)
        let steps = Tensor.linspace(-1, 1, count).scalars
        let plain = try lines(through: try plainCopy(), at: steps)
        let skipping = try lines(through: try skippingCopy(), at: steps)
        let charts = [("plain", plain), ("with skip connections", skipping)].map { name, lines in
            Chart("\(depths.deep) layers, \(name)", x: "steps along a direction", y: "loss") {
                for line in lines { Line(steps, line, colour: .blue) }
                Rule(x: 0)
            }
        }
        show(
            ChartGrid(charts, columns: 2, title: "The loss along random lines through a trained net"),
            "The loss along \(plain.count) lines")
        let (bendsOfPlain, bendsOfSkipping) = (plain.map(shareOfDownwardBends), skipping.map(shareOfDownwardBends))
        record("landscape/plain-downward-bends", over: bendsOfPlain)
        record("landscape/skipping-downward-bends", over: bendsOfSkipping)
        let smoother = zip(bendsOfPlain, bendsOfSkipping).count { $1 < $0 }
        show(
            "On \(smoother) of \(plain.count) lines, the net with skip connections bends down at fewer points than the "
                + "plain one.")
    }
}

// Now the plane. Every point of the pictures is a net. The trained one is in the middle, and the edges are one step
// away. Since the loss differs by factors, its logarithm is coloured, with `viridis`, which those who see few colours
// can read as well. `plane` computes it:

extension ColourMap {
    /// From dark blue over green to yellow, always getting brighter (S. van der Walt and N. Smith, 2015).
    static let viridis = ColourMap(
        Colour(68, 1, 84), Colour(59, 82, 139), Colour(33, 145, 140), Colour(94, 201, 98), Colour(253, 231, 37))
}

extension ResidualNets {
    /// The logarithm of the loss, to the base 10, on a grid around a net [count, count].
    private func plane(around net: Sequential, count: Int) throws -> Tensor {
        var random = run.random
        let (x, labels) = try fewPictures
        let landscape = Landscape(around: net, x, labels, using: &random)
        let steps = Tensor.linspace(-1, 1, count).scalars
        return progress("\(count * count) nets", count) { bar in
            let rows = steps.map { b -> [Float] in
                defer { bar.advance() }
                return steps.map { a in log10(max(landscape.loss(a, b), 1e-4)) }
            }
            return Tensor(rows)
        }
    }

    func twoLandscapes() throws {
        let count = run.size(quick: 3, usual: 13, full: 41)
        let planes = [
            try plane(around: try plainCopy(), count: count), try plane(around: try skippingCopy(), count: count),
        ]
        let (low, high) = (planes.map { $0.min().item }.min()!, planes.map { $0.max().item }.max()!)
        show(
            ImageGrid(
                planes.map { Raster($0, range: low...max(high, low + 0.01), colours: .viridis) },
                titles: ["plain", "with skips"], scale: ColourScale(low...max(high, low + 0.01), .viridis)),
            "log₁₀ of the loss around two nets of \(depths.deep) layers, one step in each direction")
        let middle = count / 2
        var table = TextTable(["net", "loss in the middle", "mean loss", "highest loss"], decimals: 3)
        for (name, plane) in zip(["plain", "with skip connections"], planes) {
            let losses = plane.scalars.map { pow(10, $0) }
            table.add(name, losses[middle * count + middle], losses.reduce(0, +) / Float(losses.count), losses.max())
        }
        show(table, "the loss on \(count) × \(count) nets each")

        // Two directions of many thousands show little of a landscape, and a slice can hide what lies beside it. But it
        // is the same kind of slice for both.
    }

    func experiments() throws {
        // Look back at how this chapter got here. Somebody trained two nets, and looked at a number that most people do
        // not look at, the loss on the training pictures. It was wrong, and the obvious explanation did not fit. The
        // book points out that both great steps on ImageNet began like this, with an experiment that was looked at with
        // care: that of Zeiler and Fergus, who looked at what the layers of a net respond to, and that of He and
        // others. Deep learning is an experimental science. So, once more, what was observed:
        let (plain, skipping) = (try plainDeep, try skippingDeep)
        var table = TextTable(["layers", "plain: training loss", "with skip connections"], decimals: 3)
        table.add(depths.shallow, Spread(plain.shallow.lastLosses), Spread(skipping.shallow.lastLosses))
        table.add(depths.deep, Spread(plain.deep.lastLosses), Spread(skipping.deep.lastLosses))
        show(table, "the experiment of this chapter, on \(dataName)")
    }
}
