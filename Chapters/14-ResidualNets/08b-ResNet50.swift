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
        // A convolution does not ask how large its picture is, and the mean over the last grid makes a row of 2048
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
        // pictures of 64 × 64, on the validation pictures, shrunk and enlarged. For the last column, the enlarged ones
        // were cut to their middle 64 × 64 pixels:
        let learners = try resNet18s
        let (valid, majority) = (try validPictures, try majorityShare)
        let sizes = run.size(quick: [64, 68, 96], usual: [32, 48, 56, 64, 68, 80, 96, 100, 128])
        var (means, cutMeans): ([Int: Double], [Int: Double]) = ([:], [:])
        var table = TextTable(["pictures", "last grid", "accuracy", "cut to 64 × 64"], decimals: 3)
        for size in sizes {
            let whole = Spread(learners.map { accuracy(of: $0.model, valid, size: size) })
            let cut = size > 64 ? Spread(learners.map { accuracy(of: $0.model, valid, size: size, cut: 64) }) : nil
            let grid = (size + 31) / 32
            table.add("\(size) × \(size)", "\(grid) × \(grid)", whole, cut)
            means[size] = whole.mean
            cutMeans[size] = cut?.mean
        }
        let worst = [64, 68, 96].min { means[$0]! < means[$1]! }!
        show(
            table, "A ResNet-18 that has learned from 64 × 64, on other sizes of \(dataName)",
            predict: .choice(
                "It has learned from 64 × 64. On which of these sizes is it right least often?", ["64", "68", "96"],
                answer: "\(worst)"))
        show(
            Chart("One net on pictures of other sizes", x: "height and width in pixels", y: "accuracy") {
                Line(sizes, sizes.map { means[$0]! }, "whole pictures")
                Points(sizes, sizes.map { means[$0]! }, colour: .blue)
                let larger = sizes.filter { cutMeans[$0] != nil }
                Line(larger, larger.map { cutMeans[$0]! }, "cut to 64 × 64", colour: .green)
                Points(larger, larger.map { cutMeans[$0]! }, colour: .green)
                Rule(x: 64, "trained at this size", colour: .orange)
                Rule(y: majority, "always the most frequent class")
            }, "Accuracy by the size of the pictures")

        // Small pictures cost accuracy: every kernel has learned how large things are in pixels. But see what happens
        // just above 64, and that it does not happen to the same pictures cut to 64. So it is not that things are
        // larger. (The net has even learned from cuts, section 14.1, in which they are. That is why the last column is
        // high.)
        //
        // It is the grid. The picture is halved five times, rounded up, so one place of the last grid stands for 32
        // pixels. At 64 that makes 2 × 2 places. At 68 it makes 3 × 3, and the five new ones have a strip of four
        // pixels to look at; most of what they see are the zeros that a convolution puts beyond the edge. The mean
        // counts them like the others. From there to 96 they fill up, and at 100 the next ones begin.
        //
        // So give such a net pictures whose sides are multiples of 32. Then it is not lost on other sizes, and that is
        // what makes *progressive resizing* work (section 7.3): learn from small pictures first, which is quick, and go
        // on with large ones. The weights stay; only the pictures change.
    }

    // MARK: Helpers

    /// The share of pictures that a net is right about, in use, when they are brought to another size, and cut to their
    /// middle.
    private func accuracy(
        of net: any Layer<Tensor, Tensor>, _ pictures: PictureSet, size: Int, cut: Int? = nil
    ) -> Float {
        net.eval()
        let (side, start) = (cut ?? size, (size - (cut ?? size)) / 2)
        let hits = DataLoader(pictures, batchSize: 100).map { x, y in
            let resized = x.interpolated(to: Size2D(size), mode: .bilinear)
            let middle = resized[0..., 0..., start..<start + side, start..<start + side]
            return noGrad { Metric<IntTensor>.accuracy.value(net(middle), y) } * Float(y.count)
        }
        return hits.reduce(0, +) / Float(pictures.count)
    }
}
