// # What a batch has to do with an image
//
// Section 13.13 · After this page you can say why a net gives other scores in training than in validation, and what
// good that may do.

import Figures
import Layers
import Notebook
import Tensors

// Nets with batch norm tend to generalize better than nets without it. Nobody has proved why. The likely reason is a
// surprising one. In training, each image is normalized with the images that happen to be in its batch. So the same
// image gives other activations in every epoch, as if some noise had been added. The net has to become robust against
// that, and cannot rely on a small difference in a single number.
//
// That the noise is there is easy to see. Take a trained net, and look at the score of one image for its own digit,
// among many different companions:

extension ConvolutionalNets {
    func companions() throws {
        let net = try normed[0].model as! Sequential
        let state = net.stateDictionary
        let image = try trainDigits.inputs[0..<1]
        let (digit, count) = (try trainDigits.targets.scalars[0], try trainDigits.count)
        // `scores` puts the image into a batch with others, and returns its score.
        func scores(training: Bool, companions: Int) throws -> [Float] {
            var random = run.random
            if training { net.train() } else { net.eval() }
            return try (0..<run.size(quick: 5, usual: 30)).map { _ in
                let places = (0..<companions).map { _ in Int.random(in: 1..<count, using: &random) }
                let batch = Tensor.cat([image, try trainDigits.inputs.rows(places)])
                return noGrad { net(batch)[0, digit].item }
            }
        }
        var table = TextTable(["mode", "companions", "score of the same image"], decimals: 3)
        for companions in [15, 63, 255] {
            table.add("training", companions, Spread(try scores(training: true, companions: companions)))
        }
        let inUse = try scores(training: false, companions: 63)
        table.add("validation", 63, Spread(inUse))
        show(
            table, "One image in many batches",
            predict: .yesNo(
                "In validation, does the score of an image depend on the other images of its batch?",
                Spread(inUse).deviation! > 1e-3))

        // The smaller the batch, the more its mean and deviation depend on who is in it, and the more noise there is.
        // In validation there is none. (We have called the net in training mode, and each call has moved its running
        // averages. They are put back.)
        net.eval()
        try net.load(state)
    }
}
