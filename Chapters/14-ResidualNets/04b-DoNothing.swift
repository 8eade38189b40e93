// # Thirty-six layers that do nothing
//
// Section 14.4 · After this page you have made a net three times as deep without changing a bit of what it says, and
// have seen the new layers begin to work.

import Figures
import Layers
import Notebook
import Tensors
import Training

// The thought from the beginning of this section, carried out. The trained plain net of section 14.3 gets blocks with γ
// = 0 before its head, two layers each. (A copy of it: training goes on here, and other sections want it as it was.)
// `deepened` puts `addedBlocks` of them into `trainedShallowNet`:

/// The layers of a net made by `deepNet`, with blocks that do nothing between its body and its last three layers.
public func deepened(_ net: Sequential, byBlocks count: Int, using random: inout SplitMix64) -> Sequential {
    let blocks: [any Layer<Tensor, Tensor>] = (0..<count).map { _ in IdentityBlock(16, using: &random) }
    return Sequential(Array(net.layers.dropLast(3)) + blocks + Array(net.layers.suffix(3)))
}

extension ResidualNets {
    /// A net with the weights of the first shallow net of section 14.3.
    func trainedShallowNet() throws -> Sequential {
        var random = run.random
        let copy = plainDeepNet(layers: depths.shallow, classes: try classNames.count, using: &random)
        try copy.load(try plainDeep.shallow[0].net.stateDictionary)
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
        // for as many epochs again. To be fair, the shallow net goes on as well:
        var random = run.random
        let shallow = try trainDeep(try trainedShallowNet(), using: &random)
        random = run.random
        let deeper = deepened(try trainedShallowNet(), byBlocks: addedBlocks, using: &random)
        let deep = try trainDeep(deeper, using: &random)
        let start = try plainDeep.shallow[0].losses.last!
        var table = TextTable(["net", "training loss before", "after as many epochs again"], decimals: 3)
        table.add("\(depths.shallow) layers", start, shallow.losses.last)
        table.add("\(depths.shallow) layers and \(2 * addedBlocks) that did nothing", start, deep.losses.last)
        show(table, "training goes on, on \(dataName)")
        record("do-nothing/shallow-train-loss", shallow.losses.last!)
        record("do-nothing/deepened-train-loss", deep.losses.last!)

        let gammas = deeper.layers.compactMap { ($0 as? IdentityBlock)?.second.norm!.gamma.value.abs().mean().item }
        show(
            Chart("The new blocks have begun to work", x: "new block", y: "mean of |γ|") {
                Bars((1...gammas.count).map { "\($0)" }, gammas)
            }, "The mean of |γ| in each new block; it was 0")
        if deep.losses.last! < shallow.losses.last! {
            show("The layers that did nothing have learned something useful: the deep net has the lower loss.")
        } else {
            show("In these few epochs the new layers have not gained anything yet.")
        }

        // In practice nobody trains in two steps. The blocks are in the net from the beginning.
    }
}
