// # Thirty-six layers that do nothing
//
// Section 14.4 · After this page you have made a net three times as deep without changing a bit of what it says, and
// have seen the new layers begin to work.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// The thought from the beginning of this section, carried out. The trained plain net of section 14.3 gets blocks with γ
// = 0 before its head, two layers each. (A copy of it: training goes on here, and other sections want it as it was.)
// `deepened` puts `addedBlocks` of them into a `trainedShallowNet`:

/// The layers of a net made by `deepNet`, with blocks that do nothing between its body and its last three layers.
public func deepened(_ net: Sequential, byBlocks count: Int, using random: inout SplitMix64) -> Sequential {
    let blocks: [any Layer<Tensor, Tensor>] = (0..<count).map { _ in IdentityBlock(16, using: &random) }
    return Sequential(Array(net.layers.dropLast(3)) + blocks + Array(net.layers.suffix(3)))
}

extension ResidualNets {
    /// A net with the weights of one of the shallow nets of section 14.3.
    func trainedShallowNet(start: Int = 0) throws -> Sequential {
        var random = run.random
        let copy = plainDeepNet(layers: depths.shallow, classes: try classNames.count, using: &random)
        try copy.load(try plainDeep.shallow[start].net.stateDictionary)
        return copy
    }

    /// How many blocks of two layers make a deep net of a shallow one: 18 for 56 instead of 20.
    var addedBlocks: Int { (depths.deep - depths.shallow) / 2 }

    func layersThatDoNothing() throws {
        var random = run.random
        let net = try trainedShallowNet()
        let deeper = deepened(net, byBlocks: addedBlocks, using: &random)
        let x = try smallValid.inputs
        show("\(depths.shallow) + \(2 * addedBlocks) = \(depths.deep) layers", "the deeper net")
        var changed = 0
        for isTraining in [false, true] {
            for part in [net, deeper] { if isTraining { part.train() } else { part.eval() } }
            let (before, after) = noGrad { (net(x).scalars, deeper(x).scalars) }
            changed += zip(before, after).count { $0 != $1 }
        }
        record(
            "do-nothing/changed-scores", changed,
            ask: "\(2 * addedBlocks) new layers of random weights. How many scores change, even in their last bit?")
    }

    func trainTheAddedLayers() throws {
        // So it can be written down: a deep net that is exactly as good as a shallow one. Now go on with the training,
        // for as many epochs again. To be fair, the shallow net goes on as well. Three of the trained nets are
        // continued:
        let before = try plainDeep.shallow.prefix(run.size(quick: 1, usual: 3)).map(\.losses.last!)
        let pairs = try zip(before.indices, run.seeds(before.count)).map { start, seed in
            var random = SplitMix64(seed: seed)
            let shallow = try trainDeep(try trainedShallowNet(start: start), using: &random)
            random = SplitMix64(seed: seed)
            let deeper = deepened(try trainedShallowNet(start: start), byBlocks: addedBlocks, using: &random)
            return (shallow: shallow, deep: try trainDeep(deeper, using: &random))
        }
        let (shallow, deep) = (pairs.map(\.shallow).lastLosses, pairs.map(\.deep).lastLosses)
        var table = TextTable(["net", "training loss before", "after as many epochs again"], decimals: 3)
        table.add("\(depths.shallow) layers", Spread(before), Spread(shallow))
        table.add("\(depths.shallow) layers and \(2 * addedBlocks) that did nothing", Spread(before), Spread(deep))
        show(table, "training goes on, on \(dataName)")
        record("do-nothing/shallow-train-loss", over: shallow)
        record("do-nothing/deepened-train-loss", over: deep)

        // What has become of the new blocks? Their γ say how much each adds to what passes by (here those of the first
        // net):
        let gammas = pairs[0].deep.net.layers.compactMap {
            ($0 as? IdentityBlock)?.second.norm!.gamma.value.abs().mean().item
        }
        show(
            Chart("The new blocks have begun to work", x: "new block", y: "mean of |γ|") {
                Bars((1...gammas.count).map { "\($0)" }, gammas)
            }, "The mean of |γ| in each new block; it was 0")
        let better = zip(deep, shallow).count { $0 < $1 }
        if 2 * better > deep.count {
            show(
                "The layers that did nothing have learned something useful: the deep net has the lower loss from "
                    + "\(better) of \(counted(deep.count, "start")).")
        } else {
            show("In these few epochs the new layers have not gained anything yet.")
        }

        // In practice nobody trains in two steps. The blocks are in the net from the beginning.
    }
}
