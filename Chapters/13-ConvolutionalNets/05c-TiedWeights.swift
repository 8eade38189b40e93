// # What tied weights are good for
//
// Section 13.5 · After this page you can say what a convolution learns that a linear layer with the same shapes does
// not.

import Figures
import Notebook
import Tensors

// A convolution is a linear layer whose matrix has zeros that stay and weights that are tied (`convolutionMatrix` of
// the page before builds it). What happens to such a matrix if it is trained like any other?

extension ConvolutionalNets {
    func oneFreeStep() {
        // Take the matrix of a convolution, let it be free, and ask for its gradient. The image is 4 × 4 noise, and the
        // loss is the sum of squares of the results:
        var random = run.random
        let kernel = Tensor.randn(2, 2, using: &random)
        let image = Tensor.randn(16, using: &random)
        let free = convolutionMatrix(kernel, height: 4, width: 4).requiringGrad()
        free.matmul(image).squared().sum().backward()
        let gradient = free.grad!
        let isZero = free.detached() .== 0
        let pushed = Int(Tensor(isZero .& (.!(gradient .== 0))).sum().item)
        show(
            "\(pushed) of \(Int(Tensor(isZero).sum().item))", "zeros of the matrix that have a gradient",
            predict: .yesNo("Would a step of gradient descent leave the zeros at zero?", pushed == 0))

        // So one step would fill them all, and the equal weights would part, too, for their gradients differ:
        let places = (0..<9).map { place in place * 16 + place / 3 * 4 + place % 3 }
        show(Tensor(places.map { gradient.scalars[$0] }), "gradients of the nine α")

        // A convolution does two things about it. It ignores the gradients of zeros. And the one weight α, which stands
        // in nine places, has as its gradient the sum of all nine:
        let weight = kernel.reshaped(1, 1, 2, 2).requiringGrad()
        image.reshaped(1, 1, 4, 4).conv2d(weight).squared().sum().backward()
        show(
            [weight.grad![0, 0, 0, 0].item, places.map { gradient.scalars[$0] }.reduce(0, +)],
            "gradient of α in the convolution, and the sum of the nine")
    }
}

// What is gained, except memory? Put both to a test. The task is to find top edges, and both start from zeros. All
// training images have ink in their left half only, all validation images in their right half. `halves` makes them, and
// the right answers with them:

extension ConvolutionalNets {
    /// Images of 6 × 6 noise in one half, blank in the other [64, 1, 6, 6], and their maps of top edges.
    func halves(left: Bool, using random: inout SplitMix64) -> (images: Tensor, maps: Tensor) {
        let mask = Tensor((0..<6).map { ($0 < 3) == left ? 1 : 0 })
        let images = Tensor.randn(64, 1, 6, 6, using: &random) * mask
        return (images, images.conv2d(topEdge.reshaped(1, 1, 3, 3)))
    }

    func leftAndRight() {
        // 300 steps of gradient descent for each, the mean squared error as the loss, and for each a learning rate that
        // suits it:
        let losses = run.overSeeds(run.size(quick: 1, usual: 5)) { random in
            let (train, valid) = (halves(left: true, using: &random), halves(left: false, using: &random))
            var kernel = Tensor.zeros(1, 1, 3, 3)
            var matrix = Tensor.zeros(36, 16)
            for _ in 0..<run.size(quick: 100, usual: 300) {
                kernel = step(kernel, rate: 0.3) { loss(train.images.conv2d($0), train.maps) }
                matrix = step(matrix, rate: 3) { loss(free(train.images, $0), train.maps) }
            }
            return (
                kernel: [train, valid].map { loss($0.images.conv2d(kernel), $0.maps).item },
                matrix: [train, valid].map { loss(free($0.images, matrix), $0.maps).item },
                nothing: [train, valid].map { loss(.zeros($0.maps.shape), $0.maps).item }
            )
        }
        var table = TextTable(["model", "weights", "loss on left halves", "loss on right halves"], decimals: 4)
        table.add("always 0", 0, losses[0].nothing[0], losses[0].nothing[1])
        table.add("linear layer", 36 * 16, losses[0].matrix[0], losses[0].matrix[1])
        table.add("convolution", 9, losses[0].kernel[0], losses[0].kernel[1])
        show(
            table, "Trained on left halves only, from the first seed",
            predict: .choice(
                "Both have learned the left halves. Which of them can also do the right halves?",
                ["both", "the convolution", "the linear layer"], answer: "the convolution"))
        record("tied-weights/convolution-loss", over: losses.map { $0.kernel[1] })
        record("tied-weights/linear-loss", over: losses.map { $0.matrix[1] })

        // On the right, the linear layer is as bad as the answer that is always 0. It has learned about each pixel of
        // the left half, and nothing at all about the others. The convolution has learned what a top edge is. It uses
        // the same nine weights at every place, so what it has learned in one place holds in all of them. For images
        // that is just what is wanted, since things in them may be anywhere.
    }

    // MARK: Helpers

    private func free(_ images: Tensor, _ matrix: Tensor) -> Tensor {
        images.flattened(from: 1).matmul(matrix).reshaped(-1, 1, 4, 4)
    }

    private func loss(_ maps: Tensor, _ wanted: Tensor) -> Tensor { (maps - wanted).squared().mean() }

    /// One step of gradient descent.
    private func step(_ weights: Tensor, rate: Float, _ loss: (Tensor) -> Tensor) -> Tensor {
        let tracked = weights.requiringGrad()
        loss(tracked).backward()
        return weights - rate * tracked.grad!
    }
}
