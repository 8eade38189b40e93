// # Two landscapes
//
// Section 14.6 · After this page you have looked at the loss around two deep nets, and can say what smooth means in
// numbers.

import Common
import Figures
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
// behind it. How smooth is a line? One through a bowl goes down once and up once; one through mountains has many
// valleys, and descent may end in any of them. `dips` counts them. (`lines` walks along the lines and computes the
// losses, and `deepestFall` says how deep their valleys are.)

/// How many inner points of a curve are lower than both of their neighbours.
public func dips(in values: [Float]) -> Int {
    values.indices.dropFirst().dropLast().count { values[$0] < values[$0 - 1] && values[$0] < values[$0 + 1] }
}

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

    /// How far a line falls from its higher end to its lowest point, in the mean.
    private func deepestFall(of lines: [[Float]]) -> Float {
        let falls = lines.map { line in max(line[0], line.last!) - line.min()! }
        return falls.reduce(0, +) / Float(falls.count)
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
        let (dipsOfPlain, dipsOfSkipping) = (plain.map { Float(dips(in: $0)) }, skipping.map { Float(dips(in: $0)) })
        record("landscape/plain-dips", over: dipsOfPlain)
        record(
            "landscape/skipping-dips", over: dipsOfSkipping,
            predict: .change(
                "A line through the plain net has \(Spread(dipsOfPlain).mean) dips in the mean. Through the net with "
                    + "skip connections …", from: Spread(dipsOfPlain).mean, to: Spread(dipsOfSkipping).mean))
        let smoother = zip(dipsOfPlain, dipsOfSkipping).count { $1 < $0 }
        show(
            "On \(smoother) of \(plain.count) lines, the net with skip connections has fewer dips than the plain one.")
        let falls = (plain: deepestFall(of: plain), skipping: deepestFall(of: skipping))
        record("landscape/plain-fall", falls.plain)
        record("landscape/skipping-fall", falls.skipping)
        if falls.skipping > 2 * falls.plain {
            show(
                "And its valley is deep, while the plain net stands on a plateau: whichever way one walks, hardly "
                    + "anything changes, and its dips are ripples. The nets of Li and others had both been trained to "
                    + "the end; of ours, the plain one has hardly begun to learn.")
        }
    }
}

// Now the plane. Every point of the pictures is a net. The trained one is in the middle, and the edges are one step
// away. `plane` computes the losses. The colours are `viridis`, which those who see few colours can read as well. Each
// plane has a scale of its own, from its lowest loss to its highest, because it is shapes that should be compared here;
// how far apart lowest and highest are, says the table below:

extension ColourMap {
    /// From dark blue over green to yellow, always getting brighter (S. van der Walt and N. Smith, 2015).
    static let viridis = ColourMap(
        Colour(68, 1, 84), Colour(59, 82, 139), Colour(33, 145, 140), Colour(94, 201, 98), Colour(253, 231, 37))
}

extension ResidualNets {
    /// The loss on a grid around a net [count, count].
    private func plane(around net: Sequential, count: Int) throws -> Tensor {
        var random = run.random
        let (x, labels) = try fewPictures
        let landscape = Landscape(around: net, x, labels, using: &random)
        let steps = Tensor.linspace(-1, 1, count).scalars
        return progress("\(count * count) nets", count) { bar in
            let rows = steps.map { b -> [Float] in
                defer { bar.advance() }
                return steps.map { a in landscape.loss(a, b) }
            }
            return Tensor(rows)
        }
    }

    func twoLandscapes() throws {
        let count = run.size(quick: 3, usual: 17, full: 41)
        let planes = [
            try plane(around: try plainCopy(), count: count), try plane(around: try skippingCopy(), count: count),
        ]
        let pictures = planes.map { plane in
            let (low, high) = (plane.min().item, plane.max().item)
            return Raster(plane, range: low...max(high, low + 0.001), colours: .viridis)
        }
        show(
            ImageGrid(
                pictures, titles: ["plain", "with skips"], scale: ColourScale(0...1, .viridis)),
            "The loss around two nets of \(depths.deep) layers, one step in each direction, from each one's lowest (0) "
                + "to its highest (1)")
        let middle = count / 2
        var table = TextTable(["net", "loss in the middle", "lowest", "mean", "highest"], decimals: 3)
        for (name, plane) in zip(["plain", "with skip connections"], planes) {
            table.add(
                name, plane[middle, middle].item, plane.min().item, plane.mean().item, plane.max().item)
        }
        show(table, "the loss on \(count) × \(count) nets each")

        // Is the trained net at the lowest point? With skip connections it should be, in the middle of one bowl. A plane
        // on which little changes, or with several dark spots, gives descent little to go by.
        //
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
