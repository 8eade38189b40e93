// The data of the workloads, read as the book's chapters do. Both programs change large arrays in place: a peak of
// memory should be that of the training.

import Datasets
import Foundation
import Tensors

/// Inputs and targets, to learn from and to be judged by.
struct DataSets<Input, Target> {
    let train, valid: (x: Input, y: Target)
}

extension Bench {
    /// The folder of a data set that goes by one of these names.
    func folder(_ names: String...) throws -> URL {
        let locator = DataLocator(dataFolder: dataFolder.map { URL(fileURLWithPath: $0) })
        for name in names { if let found = try locator.find(name).found { return found.folder } }
        throw DatasetError(names[0], "is not on this machine", try: "`make data \(names.last!)`, or --data DIR")
    }

    /// The images [n, 784] of threes, then of sevens, in 0...1, and whether each is a three [n, 1].
    func threesAndSevens() throws -> DataSets<Tensor, Tensor> {
        func pair(_ digits: LabelledDigits) -> (Tensor, Tensor) {
            (
                Tensor(digits.images).flattened(from: 1) / 255,
                Tensor(IntTensor(digits.labels) .== 3).unsqueezed(1)
            )
        }
        let digits = try DigitImages.mnistSample(folder("mnist_sample"))
        return DataSets(train: pair(digits.train), valid: pair(digits.valid))
    }

    /// Pictures of airplanes (0), then of birds (1), as vectors [n, 3072], channel by channel, each channel normalized
    /// by its mean and deviation over the 10,000 pictures to learn from.
    func birdsAndAirplanes() throws -> DataSets<Tensor, IntTensor> {
        let root = try folder("cifar_birds_airplanes", "cifar10")
        func pair(_ part: String) throws -> (x: Tensor, y: IntTensor) {
            let folder = try ImageFolder(root.appending(path: part), only: ["airplane", "bird"])
            var x = try Tensor(folder.readImages(.rgb).permuted(0, 3, 1, 2))
            x /= 255
            return (x, IntTensor(folder.labels))
        }
        var (train, test) = (try pair("train"), try pair("test"))
        let mean = train.x.mean(axes: [0, 2, 3], keepingAxes: true)
        let deviation = train.x.std(axes: [0, 2, 3], keepingAxes: true)
        func normalize(_ x: inout Tensor) {
            x -= mean
            x /= deviation
            x = x.flattened(from: 1)
        }
        normalize(&train.x)
        normalize(&test.x)
        return DataSets(train: train, valid: test)
    }

    /// All digits of MNIST [n, 1, 28, 28], normalized by the customary mean and deviation.
    func digits() throws -> DataSets<Tensor, IntTensor> {
        let root = try folder("mnist")
        func pair(_ part: String) throws -> (Tensor, IntTensor) {
            let (images, labels) = try IDX.readPair(
                images: root.appending(path: part + "-images-idx3-ubyte.gz"),
                labels: root.appending(path: part + "-labels-idx1-ubyte.gz"))
            var x = Tensor(images.unsqueezed(1))
            x /= 255
            x -= 0.1307
            x /= 0.3081
            return (x, IntTensor(labels))
        }
        return DataSets(train: try pair("train"), valid: try pair("t10k"))
    }
}
