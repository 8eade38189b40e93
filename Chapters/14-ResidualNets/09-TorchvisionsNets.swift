// # The nets that everybody has
//
// Section 14.9 · After this page you know how the ResNets that can be downloaded differ from ours, and what their
// parameters are called.

import Figures
import Foundation
import Layers
import Notebook
import Tensors

// This section is not in the book, which has such nets from a library: on a machine without a graphics card one cannot
// train on ImageNet, but one can use what others have trained. Their files hold thousands of numbers by name, and a net
// fits if it has the same names and shapes. The most common names are those of torchvision, PyTorch's library for
// pictures. The engine has its ResNets, as `ResNet`. But for the stride in a bottleneck, which section 14.8 has told,
// they are those of the paper, and they differ from ours in three things:
//
// - The stem is a single convolution of 7 × 7 with 64 filters.
// - Where a block halves the grid, its skip path does so by a convolution of 1 × 1 with a stride of 2, which looks at
//   one pixel of four. Ours takes the mean of the four first.
// - γ starts with 1, unless `zeroGamma: true` is given.
//
// The rest is the same: groups, blocks, bottlenecks, head.

extension ResidualNets {
    func fiveNets() {
        // A `Plan` says how many blocks the groups have. For ImageNet's thousand classes, `addRow` puts a net into a
        // table, and `storedCount` says how many numbers its file holds, the averages of the norms included:
        var random = run.random
        let plans: [ResNet.Plan] = run.size(quick: [.resNet18], usual: [.resNet18, .resNet34, .resNet50])
        var table = TextTable(["net", "blocks", "parameters", "megabytes in a file"], decimals: 0)
        func addRow(_ plan: ResNet.Plan, _ parameters: Int, _ stored: Int) {
            let kind = plan.hasBottlenecks ? "bottlenecks" : "plain"
            let blocks = plan.blocks.map(String.init).joined(separator: ", ")
            table.add(plan.name, "\(blocks), \(kind)", parameters, 4 * Double(stored) / 1e6)
        }
        func storedCount(_ part: some Module) -> Int { part.torchState.values.reduce(0) { $0 + $1.count } }
        var largest = torchvisionNet
        for plan in plans {
            largest = plan == .resNet18 ? torchvisionNet : ResNet(plan, using: &random)
            addRow(plan, largest.parameterCount, storedCount(largest))
        }

        // ResNet-101 and ResNet-152 need not be built to be counted, which would take 420 megabytes. In a group, all
        // blocks but the first are alike. So both are ResNet-50 and some more of its last blocks:
        if largest.plan == .resNet50 {
            let last = [largest.layer1, largest.layer2, largest.layer3, largest.layer4].map { $0.last! }
            for plan in [ResNet.Plan.resNet101, .resNet152] {
                let more = Array(zip(zip(plan.blocks, largest.plan.blocks).map { $0 - $1 }, last))
                let parameters = more.reduce(largest.parameterCount) { $0 + $1.0 * $1.1.parameterCount }
                addRow(plan, parameters, more.reduce(storedCount(largest)) { $0 + $1.0 * storedCount($1.1) })
            }
        }
        show(table, "The engine's ResNets")
        show(
            ResNet.Plan.resNet101.depth, "layers of the net with blocks [3, 4, 23, 3]",
            predict: .count(
                "Bottlenecks, with [3, 4, 23, 3] blocks: how many layers is that, counted as in the name?", 101))

        // A plan is all it takes to count the layers: three for each of 33 blocks, the stem, and the linear layer.
    }

    func namesOfNumbers() {
        // The names of the numbers follow from where they are: `layer2.0.conv1.weight` is the weight of the first
        // convolution in the first block of the second group. A property of ours that is called in the same way gets
        // the same name. That is why the engine's class says `conv1` and `fc` where you would expect something more
        // telling. Norms call their numbers differently. `torchNames` translates:
        let net = torchvisionNet
        let names = net.torchNames
        var table = TextTable(["here", "in PyTorch", "shape"])
        for name in [
            "conv1.weight", "bn1.gamma", "bn1.beta", "bn1.runningMean", "bn1.runningVariance",
            "layer1.0.conv1.weight", "layer2.0.downsample.0.weight", "layer2.0.downsample.1.gamma", "fc.bias",
        ] {
            table.add(name, names[name]!, "\(net.stateDictionary[name]!.shape)")
        }
        show(table, "Some of the \(names.count) names of ResNet-18")
        show(
            net.stateDictionary["layer2.0.downsample.0.weight"]!.shape,
            "the convolution on the skip path of the second group",
            ask: "The second group has 128 channels, the first 64, and the convolution of 1 × 1 between them is called "
                + "layer2.0.downsample.0. What is the shape of its weight, filters first?")
        let parameters = Set(net.namedParameters.map(\.name))
        show(
            names.count - parameters.count, "of them are running averages: part of the state, but not learned")
    }

    func oursAndTheirs() {
        // Is a block of the engine the one that we have built? Where nothing changes its shape, it has to be. Ours gets
        // its numbers:
        var random = run.random
        var table = TextTable(["block", "largest difference", "of the gradients"])
        for isDeep in [false, true] {
            let channels = isDeep ? 64 : 16
            let its = ResNetBlock(channels, 16, isBottleneck: isDeep, using: &random)
            let ours = OwnBlock(channels, channels, body: isDeep ? bottleneckBody : plainBody, using: &random)
            for (own, other) in zip(ours.parameters, its.parameters) { own.assign(other.value) }
            let x = Tensor.randn(4, channels, 8, 8, using: &random)
            let (a, b) = (x.requiringGrad(), x.requiringGrad())
            let (y, z) = (ours(a), its(b))
            let dy = Tensor.randn(y.shape, using: &random)
            y.backward(gradient: dy)
            z.backward(gradient: dy)
            table.add(
                isDeep ? "bottleneck" : "plain", (y - z).detached().abs().max().item,
                (a.grad! - b.grad!).abs().max().item)
        }
        show(table, "Our blocks beside the engine's, with the same numbers")

        // They agree but for rounding.
    }

    // MARK: Helpers

    /// A new ResNet-18 of the engine, for ImageNet's thousand classes.
    var torchvisionNet: ResNet {
        run.once {
            var random = run.random
            return ResNet(.resNet18, using: &random)
        }
    }
}
