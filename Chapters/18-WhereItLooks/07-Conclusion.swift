// # What a map can tell
//
// Section 18.7 · After this page you can say when to trust a map, and what to rebuild from memory.

import Figures
import Layers
import Notebook
import Tensors

// How to see into nets is a question under research, and new kinds of maps appear every year. So here is a last test,
// which each of them should pass: a map that explains a net must depend on the net. J. Adebayo and others ("Sanity
// checks for saliency maps", 2018) gave nets random weights, layer by layer, and found that some popular maps looked
// the same afterwards. These maps had shown the edges of the picture, and not what the net had learned.
//
// `agreement` (section 18.6) says how alike two maps are. `alike` is its mean over 24 scenes, for the maps of two nets:

extension WhereItLooks {
    func alike(_ net: MapNet, _ other: MapNet) throws -> Float {
        let (x, labels) = (try validSet.inputs[0..<24], Array(try validSet.targets.scalars.prefix(24)))
        let (maps, others) = (mapsOfLabels(labels, of: net, on: x), mapsOfLabels(labels, of: other, on: x))
        return labels.indices.reduce(0) { $0 + agreement(maps[$1], others[$1]) } / Float(labels.count)
    }

    func notAnyMapWillDo() throws {
        // Each of our nets beside the other trained ones, beside its own body with random heads, and beside nets that
        // were never trained. There are ten heads and ten new nets for each of ours, since a single one says little:
        let nets = try nets.map(\.net)
        var (others, randomHeads, untrained): ([Float], [Float], [Float]) = ([], [], [])
        for (net, seed) in zip(nets, run.seeds(2 * nets.count).suffix(nets.count)) {
            var random = SplitMix64(seed: seed)
            let rest = nets.filter { $0 !== net }
            if !rest.isEmpty { others.append(try rest.reduce(0) { $0 + (try alike(net, $1)) } / Float(rest.count)) }
            for _ in 0..<run.size(quick: 2, usual: 10) {
                let head = Linear(64, Self.kinds.count, using: &random)
                randomHeads.append(try alike(net, MapNet(body: net.body, head: head)))
                untrained.append(try alike(net, MapNet(kinds: Self.kinds.count, using: &random)))
            }
        }
        var table = TextTable(["a trained net beside", "correlation of the maps"], decimals: 3)
        table.add("itself", try alike(nets[0], nets[0]))
        // #hide
        if !others.isEmpty { table.add("the other trained nets", Spread(others)) }
        for (name, found) in [("its body with a random head", randomHeads), ("an untrained net", untrained)] {
            table.add(name, Spread(found))
            table.add("the same, without regard to the sign", Spread(found.map(abs)))
        }
        let othersMean = Spread(others.isEmpty ? [1] : others).mean
        show(
            table, "How alike the maps are, on average over 24 of the \(sceneName)",
            predict: .yesNo(
                "Nets have learned from different seeds. Are their maps more like each other than like those of "
                    + "untrained nets?", othersMean > Spread(untrained).mean))

        // If the maps of random weights were as much alike as those of two trained nets, they would show the pictures
        // and not the nets. Mind the spread of the random heads. Turn all signs of such a head, and its map turns, too,
        // and with it the correlation. So over all random heads its mean is 0, and one of them may be anything: much
        // alike, or much the opposite. The same goes for an untrained net. How far from 0 they are, the lines without
        // the sign tell. A body that has been trained gives even a random head something to go by: it knows where in
        // the scene things are.
        record("sanity/random-head", over: randomHeads, on: scenes)
        record("sanity/untrained", over: untrained, on: scenes)
        if !others.isEmpty { record("sanity/other-seeds", over: others, on: scenes) }
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
