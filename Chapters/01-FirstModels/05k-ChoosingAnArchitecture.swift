// # Which architecture?
//
// Section 1.5 · After this page you know what the 34 in ResNet-34 is, and why you need not think about it for long.

import Figures
import Layers
import Notebook
import Tensors

// The book's program says `resnet34`. That is an *architecture*: a form into which parameters and photos are put. It is
// a *convolutional neural network* (CNN, chapter 13), the kind that has been best at pictures for years, and 34 is its
// number of layers. There are smaller and larger ones of the same family. Each has one layer in front, one behind, and
// in between blocks of two layers, or of three in the larger ones:

extension FirstModels {
    func familyOfResNets() {
        let plans: [(name: String, plan: ResNet.Plan)] = [
            ("ResNet-18", .resNet18), ("ResNet-34", .resNet34), ("ResNet-50", .resNet50), ("ResNet-101", .resNet101),
            ("ResNet-152", .resNet152),
        ]
        let largest = run.size(quick: 1, usual: 3, full: 5)
        var table = TextTable(["name", "blocks", "layers in a block", "layers", "parameters"])
        for (place, (name, plan)) in plans.enumerated() {
            let (blocks, inBlock) = (plan.blocks.reduce(0, +), plan.hasBottlenecks ? 3 : 2)
            var random = SplitMix64(seed: 1)
            let parameters =
                place < largest
                ? ResNet(plan, using: &random).parameters.reduce(0) { $0 + $1.count } : nil
            table.add(
                name, plan.blocks.map(String.init).joined(separator: " + "), inBlock, blocks * inBlock + 2, parameters)
        }
        let middle = ResNet.Plan.resNet34
        show(
            table,
            "A family of architectures"
                + (largest < 5 ? " (parameters of the larger ones are counted with --full)" : ""),
            predict: .count(
                "ResNet-34 has 3 + 4 + 6 + 3 blocks of two layers, and two more layers. How many is that?",
                middle.blocks.reduce(0, +) * 2 + 2))

        // More layers take more time and memory, and learn by heart more easily. With much data they may be more
        // accurate. Which one to take is rarely what decides. Begin with a small one: what you learn with it about your
        // data holds for all. This chapter's net is smaller than any of these, because it has to do with a processor.
    }
}
