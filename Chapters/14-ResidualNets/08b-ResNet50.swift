// # ResNet-50
//
// Section 14.8 · After this page you have built ResNet-50 and used the same weights on pictures of several sizes.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// ResNet-50 has the groups of ResNet-34, [3, 4, 6, 3], with bottlenecks, and an `expansion` of 4: its groups have 256,
// 512, 1024 and 2048 channels. The three layers of 16 blocks, one for the stem and the linear layer make 50. One call
// builds it:

extension ResidualNets {
    func fiftyLayers() {
        var random = run.random
        let net = OwnResNet(classes: 10, blocks: [3, 4, 6, 3], expansion: 4, body: bottleneckBody, using: &random)
        record(
            "parameters/resnet-50", net.parameterCount,
            predict: .choice(
                "ResNet-34 has 21 million parameters. ResNet-50 has three layers in each block, not two, and four "
                    + "times the channels. About how many parameters has it?",
                ["24 million", "60 million", "340 million"], answer: "24 million"))
        let blocks = net.layers.layers.compactMap { $0 as? OwnBlock }
        show(blocks.count * 3 + 2, "layers, counted as in its name")
        let channels = [0, 3, 7, 13].map { (blocks[$0].body.layers.last as? ConvLayer)?.norm?.gamma.count ?? 0 }
        show(channels, "channels of the four groups")

        // The book trains it with larger pictures, 224 × 224 instead of 128 × 128. Nothing has to be changed for that.
        // A convolution does not ask how large its image is, and the mean over the last grid makes a row of 2048
        // numbers of any grid. Here are the same weights at several sizes (an eighth as wide, to save time):
        let narrow = OwnResNet(
            classes: 10, blocks: [3, 4, 6, 3], expansion: 4, width: 8, body: bottleneckBody, using: &random)
        narrow.eval()
        var table = TextTable(["picture", "last grid", "scores"])
        for (height, width) in [(64, 64), (128, 128), (224, 224), (97, 200)] {
            var x = Tensor.zeros(1, 3, height, width)
            for layer in narrow.layers.layers.dropLast(3) { x = noGrad { layer(x) } }
            let scores = noGrad { narrow(.zeros(1, 3, height, width)) }
            table.add("\(height) × \(width)", "\(x.shape[2]) × \(x.shape[3])", "\(scores.shape)")
        }
        show(table, "One net, four sizes")
        show(
            noGrad { narrow(.zeros(1, 3, 224, 224)) }.shape, "scores of the net for a picture of 224 × 224",
            ask: "The same net, with ten classes, gets one picture of 224 × 224. Which shape has the result?"
        )
    }

    func atOtherSizes() throws {
        // That it runs does not say that it is right. Here is the ResNet-18 of section 14.7, which has learned from
        // pictures of 64 × 64, on the pictures to check with, shrunk and enlarged:
        let learners = try resNet18s
        let (valid, majority) = (try validPictures, try majority)
        let sizes = run.size(quick: [32, 64], usual: [32, 48, 56, 64, 72, 80, 96])
        let accuracies = sizes.map { size in
            learners.map { learner in
                accuracy(of: learner.model, valid, size: size)
            }
        }
        var table = TextTable(["pictures", "accuracy"], decimals: 3)
        for (size, values) in zip(sizes, accuracies) { table.add("\(size) × \(size)", Spread(values)) }
        show(table, "A ResNet-18 that has learned from 64 × 64, on other sizes of \(dataName)")
        show(
            Chart(
                "One net on pictures of other sizes", x: "height and width in pixels", y: "accuracy", yLimits: 0...1
            ) {
                Line(sizes, accuracies.map { Spread($0).mean }, "ResNet-18")
                Points(sizes, accuracies.map { Spread($0).mean }, colour: .blue)
                Rule(x: 64, "trained at this size", colour: .orange)
                Rule(y: majority, "most frequent class")
            }, "Accuracy by the size of the pictures")

        // Other sizes may cost some of the accuracy, since every kernel has learned how large things are in pixels. But
        // near its own size a net that has learned something is not lost. That is what makes *progressive resizing* work
        // (chapter 7): learn from small pictures first, which is quick, and go on with large ones. The weights stay;
        // only the pictures change.
    }

    func scratch72() throws {
        let learners = try resNet18s
        let valid = try validPictures
        var table = TextTable(["size", "enlarged", "cut to 64", "padded", "caught up"], decimals: 3)
        for size in [56, 60, 64, 68, 70, 72, 74, 76, 80, 84, 88, 96] {
            var columns: [[Float]] = [[], [], [], []]
            for learner in learners {
                learner.model.eval()
                var hits: [Float] = [0, 0, 0]
                for (x, y) in DataLoader(valid, batchSize: 100) {
                    let large = x.interpolated(to: Size2D(size), mode: .bilinear)
                    let gap = max(0, (size - 64) / 2)
                    let cut = size < 64 ? x : large[0..<x.shape[0], 0..<3, gap..<gap + 64, gap..<gap + 64]
                    var padded = x
                    if size > 64 {
                        let p = size - 64
                        let rows = (0..<size).map { i -> Int in let k = i - p / 2; return k < 0 ? -1 - k : k > 63 ? 127 - k : k }
                        padded = Tensor.stack(rows.map { x[0..<x.shape[0], 0..<3, $0] }, axis: 2)
                        padded = Tensor.stack(rows.map { r in padded[0..<x.shape[0], 0..<3, 0..<size, r] }, axis: 3)
                    }
                    for (k, z) in [large, cut, padded].enumerated() {
                        hits[k] += noGrad { Metric<IntTensor>.accuracy.value(learner.model(z), y) } * Float(y.count)
                    }
                }
                let state = learner.model.stateDictionary
                let train = DataLoader(try trainPictures, batchSize: 32)
                catchUp(learner.model, train.prefix(40).map { $0.0.interpolated(to: Size2D(size), mode: .bilinear) })
                columns[3].append(accuracy(of: learner.model, valid, size: size))
                try learner.model.load(state)
                for k in 0..<3 { columns[k].append(hits[k] / Float(valid.count)) }
            }
            table.add(size, Spread(columns[0]), Spread(columns[1]), Spread(columns[2]), Spread(columns[3]))
        }
        show(table, "scratch")
    }

    // MARK: Helpers

    /// The share of pictures that a net is right about, in use, when they are brought to another size.
    private func accuracy(of net: any Layer<Tensor, Tensor>, _ pictures: PictureSet, size: Int) -> Float {
        net.eval()
        let hits = DataLoader(pictures, batchSize: 100).map { x, y in
            let resized = x.interpolated(to: Size2D(size), mode: .bilinear)
            return noGrad { Metric<IntTensor>.accuracy.value(net(resized), y) } * Float(y.count)
        }
        return hits.reduce(0, +) / Float(pictures.count)
    }
}
