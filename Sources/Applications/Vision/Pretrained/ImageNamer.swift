// # What is on a photo, by somebody else's net
//
//     let namer = try ImageNamer.found(run.locator)
//     print(try namer.names(of: photo, count: 3))
//
// EfficientNet-Lite0 as it was published, with its own head: it knows the thousand classes of ImageNet.

import Datasets
import Foundation
import Layers
import Tensors

/// Names what is on a photo.
public struct ImageNamer {
    private let net: EfficientNetLite0

    /// One of ImageNet's classes, and how sure the net is of it.
    public struct Name: Equatable, Sendable {
        /// Its place among ``ImageNetClasses``.
        public let place: Int
        public let probability: Float
        public var text: String { ImageNetClasses.names[place] }
    }

    /// - Parameter file: the weights as they were published.
    /// - Throws: `SafetensorsError`, `TorchFileError`, `StateMismatch` or ``PhotoProblem`` for a file that does not
    ///   hold them; each names the file.
    public init(_ file: URL) throws {
        var random = SplitMix64(seed: 0)  // every number is replaced
        net = EfficientNetLite0(using: &random)
        try net.load(publishedFile: file)
        try requireNumbers(net, in: file)
        net.eval()
    }

    /// The namer of this machine; nil where its weights are not in a folder `weights` of the data.
    public static func found(_ locator: DataLocator) throws -> ImageNamer? {
        guard let folder = locator.locate("weights")?.url else { return nil }
        let file = folder.appending(path: "efficientnet-lite0-imagenet.safetensors")
        return FileManager.default.fileExists(atPath: file.path) ? try ImageNamer(file) : nil
    }

    /// The likeliest classes, the likeliest first.
    /// - Throws: ``PhotoProblem``, which names the file that cannot be read.
    public func names(of photo: any PhotoSource, count: Int = 1) throws -> [Name] {
        // (pixel - 127) / 128, as its authors have trained it.
        let pipeline = PhotoPipeline(
            item: Resize(224),
            normalization: Normalization(
                mean: [Float](repeating: 127.0 / 255, count: 3), deviation: [Float](repeating: 128.0 / 255, count: 3)))
        let batch = try pipeline.batch([photo])
        let shares = noGrad { net(batch) }.softmax(axis: 1)[0].scalars
        let order = shares.indices.sorted { (shares[$1], $0) < (shares[$0], $1) }
        return order.prefix(count).map { Name(place: $0, probability: shares[$0]) }
    }
}
