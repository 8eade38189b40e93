// # What a map can tell
//
// Section 18.7 · After this page you can say when to trust a map, and what to rebuild from memory.

import Figures
import Layers
import Notebook
import Tensors

// How to see into nets is a question under research, and new kinds of maps appear every year. So a last test, which
// each of them should pass: a map that explains a net must depend on the net. J. Adebayo and others ("Sanity checks for
// saliency maps", 2018) gave nets random weights, layer by layer, and found popular maps that looked the same
// afterwards: they had drawn the edges of the picture. `agreement` says how alike two maps are: the correlation of
// their numbers, 1 if one is the other but for scale and shift, 0 if they have nothing to do with each other.

/// The correlation of two maps of one shape, -1...1.
public func agreement(_ a: Tensor, _ b: Tensor) -> Float {
    let (a, b) = (a - a.mean(), b - b.mean())
    let sizes = (a.squared().sum() * b.squared().sum()).sqrt().item
    return sizes > 0 ? (a * b).sum().item / sizes : 0
}

extension WhereItLooks {
    func notAnyMapWillDo() throws {
        // The maps of the first net, beside those of the same net with another head, and those of an untrained net.
        // `alike` is the mean agreement over validation scenes:
        let (x, labels) = (try validSet.inputs[0..<24], Array(try validSet.targets.scalars.prefix(24)))
        let net = try net
        let maps = mapsOfLabels(labels, of: net, on: x)
        func alike(_ other: MapNet) -> Float {
            let others = mapsOfLabels(labels, of: other, on: x)
            return labels.indices.reduce(0) { $0 + agreement(maps[$1], others[$1]) } / Float(labels.count)
        }
        let randomHeads = run.overSeeds(run.size(quick: 2, usual: 5)) { random in
            alike(MapNet(body: net.body, head: Linear(64, Self.kinds.count, using: &random)))
        }
        let untrained = run.overSeeds(run.size(quick: 2, usual: 5)) {
            alike(MapNet(kinds: Self.kinds.count, using: &$0))
        }
        let trained = try nets.dropFirst().map { alike($0.net) }
        var table = TextTable(["beside the maps of", "correlation"], decimals: 3)
        table.add("the same net", alike(net))
        if !trained.isEmpty { table.add("nets trained from other seeds", Spread(trained)) }
        table.add("the same body with a random head", Spread(randomHeads))
        table.add("untrained nets", Spread(untrained))
        let caption = "How alike the maps are, on average over 24 scenes"
        if trained.isEmpty {
            show(table, caption)
        } else {
            show(
                table, caption,
                predict: .yesNo(
                    "Another net has learned from another seed. Are the maps of the first more like its maps than like "
                        + "those of untrained nets?", Spread(trained).mean > Spread(untrained).mean))
        }

        // If maps of random weights were as much alike as those of two trained nets, they would show the pictures and
        // not the nets.
        record("sanity/random-head", over: randomHeads, on: scenes)
        record("sanity/untrained", over: untrained, on: scenes)
        if !trained.isEmpty { record("sanity/other-seeds", over: trained, on: scenes) }
    }

    func whatToRemember() {
        // All of this chapter in a table:
        var table = TextTable(["", "CAM", "Grad-CAM"])
        table.add("layers", "the last before the mean", "any")
        table.add(
            "what weighs the channels", "the row of the class in the head's weight", "the mean gradient of its score")
        table.add("hooks", "forward", "forward and backward")
        table.add("gradients", "off (noGrad)", "on, then zeroGrad()")
        table.add("mode", "eval", "eval")
        table.add("at the last layer", "mean + bias = score", "CAM / (height · width)")
        show(table, "Two maps")

        // A map shows which parts of a picture were most responsible for an answer. That helps where the answer was
        // wrong: it tells what was mistaken for what, and so, which pictures are missing in training. It does not prove
        // that an answer is right for the right reason; it can only fail to find a wrong one.
        //
        // Now put this chapter aside and write it again: a hook, a scope for it, the dot product, the picture, the
        // gradient. Then compare. What you could not write from memory is what to read once more.
    }
}
