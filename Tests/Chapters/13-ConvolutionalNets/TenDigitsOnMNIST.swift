// The ten digits on the real MNIST. These tests run when $GROUNDUP_DATA names a folder that contains mnist; otherwise
// they are reported as skipped.

import Chapter13
import ChapterSupport
import Datasets
import Layers
import Tensors
import Testing
import Training

private let data = realData("mnist")

@Suite(.enabled(if: data != nil, "$GROUNDUP_DATA does not contain mnist"))
struct `Chapter 13 on MNIST's ten digits` {
    /// The book's five epochs, with its settings.
    @Test func `five epochs with batch norm at a rate of 0.1 get to 0.988`() throws {
        let found = try #require(try DataLocator(dataFolder: data).find("mnist").found)
        let digits = try DigitImages.mnist(found.folder)
        func images(_ part: LabelledDigits) -> TensorDataset<Tensor, IntTensor> {
            let pixels = Tensor(part.images).unsqueezed(1) / 255
            return TensorDataset((pixels - 0.13) / 0.31, IntTensor(part.labels))
        }
        #expect([digits.train.count, digits.valid.count] == [60_000, 10_000])
        #expect(digits.valid.indices(of: 1).count == 1135)  // the book's 0.1135
        var random = SplitMix64(seed: 13)
        let net = normedDigitCNN(using: &random)
        let learner = Learner(
            DataLoaders(
                DataLoader(images(digits.train), batchSize: 512, shuffledUsing: &random),
                DataLoader(images(digits.valid), batchSize: 1000)), net,
            loss: { crossEntropy($0, $1) }, optimizer: { Adam($0, learningRate: $1) }, metrics: [.accuracy])
        try EpochReporting.silently { try learner.fitOneCycle(5, learningRate: 0.1) }
        #expect(learner.recorder["accuracy"].last! >= 0.988)
    }
}
