// # Larger batches
//
// Section 13.11 · After this page you can say what a larger batch gives, and what it costs.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// A first idea: larger batches. The gradient of a batch is an estimate of the gradient of all images, and the more
// images there are in a batch, the better the estimate. So steps go in a better direction. But there are fewer of them:
// an epoch of 60,000 images has 937 batches of 64, and 117 of 512. (Images that are left over are dropped.)
//
// How much better? Take the net as it starts, and compare gradients of batches with that of many images. What is left
// over is the error, here as a share of the length of the gradient. `gradient` puts the gradients of all parameters
// into one row. (The loss is a mean, and gradients add up. So that of many images is made of a thousand at a time, each
// part by its share, which needs memory for the activations of a thousand images and not of all.)

extension ConvolutionalNets {
    /// The gradient of the loss for the training images at these places, all parameters in one row.
    private func gradient(of net: Sequential, _ places: [Int]) throws -> Tensor {
        net.zeroGrad()
        for start in stride(from: 0, to: places.count, by: 1024) {
            let part = Array(places[start..<min(start + 1024, places.count)])
            let (x, y) = try trainDigits.batch(part)
            (crossEntropy(net(x), y) * Float(part.count) / Float(places.count)).backward()
        }
        return .cat(net.parameters.map { $0.grad!.flattened() })
    }

    func betterGradients() throws {
        var random = run.random
        let net = digitCNN(using: &random)
        let order = random.permutation(try trainDigits.count)
        let many = try gradient(of: net, Array(order.prefix(run.size(quick: 400, usual: 8192))))
        let draws = run.size(quick: 4, usual: 16)
        var table = TextTable(
            ["images in a batch", "batches per epoch of 60,000", "error of the gradient"], decimals: 3)
        var errors: [Float] = []
        for size in run.size(quick: [4, 16, 64], usual: [32, 64, 128, 256, 512]) {
            let deviations = try (0..<draws).map { draw in
                let batch = random.permutation(order.count).prefix(size)
                return try (gradient(of: net, Array(batch)) - many).norm().item / many.norm().item
            }
            errors.append(Float(Spread(deviations).mean))
            table.add(size, 60_000 / size, Spread(deviations))
        }
        show(table, "What a batch knows about the gradient of many images")
        show(
            errors.first! / errors.last!, "how many times smaller the error is at the largest batch of the table",
            predict: .choice(
                "A batch has sixteen times as many images. How many times smaller is the error of its gradient, about?",
                ["2 times", "4 times", "16 times"], answer: "4 times"))

        // The error falls with the root of the size. Sixteen times as many images halve it twice; and every epoch has
        // sixteen times fewer steps. So at some size a larger batch no longer pays. (An error of 1 is as long as the
        // gradient itself. At the start the net has hardly a direction yet: what one image asks for, another takes
        // back. So a single step is mostly chance, and only the sum of many goes somewhere.)
    }
}

// Now the training that failed, with batches of 512. Everything else stays as it was:

extension ConvolutionalNets {
    /// Batches of 512, a constant rate of 0.06, one epoch.
    var largeBatches: [DigitLearner] {
        get throws {
            try run.once {
                try trained(run.size(quick: 2, usual: 5), batchSize: largeBatch, until: hasCollapsed) {
                    try $0.fit(1, learningRate: 0.06)
                }
            }
        }
    }

    func largerBatches() throws {
        let learners = try largeBatches
        show(
            learners.table(beside: TenDigitsInTheBook.largeBatches),
            "One epoch at a constant rate of 0.06, batches of \(largeBatch)")
        learners.recordFirstEpoch("large-batches", beside: TenDigitsInTheBook.largeBatches, differs: try otherStart)
        let failed = try [baseline, learners].map { try $0.count { try hasCollapsed($0) } }
        show(
            "\(failed[0]) of \(try baseline.count) with batches of \(smallBatch), "
                + "\(failed[1]) of \(learners.count) with batches of \(largeBatch)",
            "nets that say the same to every image")
        let stats = learners.example
        let nearZero = stats.entries(of: -2).last!.nearZero
        show(
            nearZero, "near zero in the last layer but one, in the last batch",
            predict: .yesNo(
                "Are more than half of the activations of this layer near zero or below in the end?",
                nearZero > 0.5))
        show(stats.plotLayerStats(-2, "The last layer but one, with batches of \(largeBatch)"), "plotLayerStats(-2)")

        // The book's net fails here as well: 0.1135 again. A better gradient is no cure if the steps along it are too
        // long.
        let rates = [Double(failed[0]) / Double(try baseline.count), Double(failed[1]) / Double(learners.count)]
        show(
            failed[1] == 0
                ? "Here no net has failed with large batches. That is luck: other seeds show it (--seeds 20)."
                : rates[1] < rates[0]
                    ? "Fewer nets fail here than with small batches, but a training that may fail is still of no use."
                    : "No fewer nets fail here than with small batches.")
    }
}
