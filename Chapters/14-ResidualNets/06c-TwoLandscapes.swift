// # Landscapes
//
// Section 14.6 · After this page you have looked at the loss around nets with and without skip connections, and know
// what to ask of such a picture.

import Common
import Figures
import Layers
import Notebook
import Tensors

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
        defer { _ = landscape.loss(0, 0) }
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
        let (count, nets) = (run.size(quick: 3, usual: 15, full: 41), try standings)
        let planes = try nets.map { try plane(around: $0.net, count: count) }
        let pictures = planes.map { plane in
            let (low, high) = (plane.min().item, plane.max().item)
            return Raster(plane, range: low...max(high, low + 0.001), colours: .viridis)
        }
        show(
            ImageGrid(pictures, titles: nets.map(\.name), columns: 3, scale: ColourScale(0...1, .viridis)),
            "The loss around six nets, one step in each direction, from each one's lowest (0) to its highest (1)")
        let middle = count / 2
        var table = TextTable(["net", "in the middle", "lowest", "mean", "highest"], decimals: 3)
        for (net, plane) in zip(nets, planes) {
            table.add(net.name, plane[middle, middle].item, plane.min().item, plane.mean().item, plane.max().item)
        }
        show(table, "the loss on \(count) × \(count) nets each, on \(dataName)")

        // What to ask of such a picture: is the trained net at the lowest point, in the middle of one bowl? Or are
        // there several dark spots, or a plain on which the loss hardly changes whichever way one goes? In each row,
        // the first two nets have like losses: they know equally much or little, and what differs between them is the
        // architecture. The last two are one net, before and after more steps: what differs is what it has learned.
        //
        // Two directions of many thousands show little of a landscape, and a slice can hide what lies beside it. But it
        // is the same kind of slice for all.
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
