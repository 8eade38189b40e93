// # What a batch has to do with an image
//
// Section 13.13 · After this page you can say why a net gives other scores in training than in validation, and what
// good that may do.

import Figures
import Layers
import Notebook
import Tensors

// Nets with batch norm tend to generalize better than nets without it. Nobody has proved why, and this page does not
// either; it shows one thing that may be the reason, a surprising one. In training, each image is normalized with the
// images that happen to be in its batch. So the same image gives other activations in every epoch, as if some noise had
// been added. The net has to become robust against that, and cannot rely on a small difference in a single number.
//
// That the noise is there is easy to see. Take a trained net, and look at the score of one image for its own digit,
// among different companions:

extension ConvolutionalNets {
    func companions() throws {
        let net = try normed[0].model as! Sequential
        let state = net.stateDictionary
        let (digits, count) = (try trainDigits, try trainDigits.count)
        // `scores` puts an image into many batches with others, and returns, of each batch, the score that the image
        // gets for the digit that it shows; `deviation` is how much these vary, for a few images.
        func scores(of image: Int, companions: Int, training: Bool) -> [Float] {
            var random = SplitMix64(seed: run.seed &+ UInt64(image))
            if training { net.train() } else { net.eval() }
            return (0..<run.size(quick: 5, usual: 20)).map { _ in
                let others = (0..<companions).map { _ in Int.random(in: 0..<count, using: &random) }
                let (x, y) = digits.batch([image] + others)
                return noGrad { net(x)[0, y.scalars[0]].item }
            }
        }
        var random = run.random
        let images = (0..<5).map { _ in Int.random(in: 0..<count, using: &random) }
        func deviation(_ companions: Int, training: Bool = true) -> Double {
            let spreads = images.map { Spread(scores(of: $0, companions: companions, training: training)).deviation! }
            return Spread(spreads).mean
        }
        var table = TextTable(["mode", "companions", "deviation of the score"], decimals: 3)
        for companions in [31, 127, 511] { table.add("training", companions, deviation(companions)) }
        let inUse = deviation(127, training: false)
        table.add("validation", 127, inUse)
        show(
            table, "How much the score of one and the same image varies (the mean over five images)",
            predict: .yesNo(
                "In validation, does the score of an image depend on the other images of its batch?", inUse > 1e-3))

        // The smaller a batch is, the more its mean and deviation depend on who is in it, and the more noise there is.
        // In validation there is none. (We have called the net in training mode, and each call has moved its running
        // averages. They are put back.)
        net.eval()
        try net.load(state)
    }
}
